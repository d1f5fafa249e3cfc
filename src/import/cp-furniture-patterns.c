/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which furniture is known, whatever paper it comes from. */

#define G_LOG_DOMAIN "cp-furniture"

#include "config.h"

#include "cp-furniture-patterns.h"
#include "cp-pattern.h"

#include <string.h>

/* The longest blocks of each sort, in bytes. */
#define MAX_CAPTION 600
#define MAX_CREDIT 80
#define MAX_RELATED 240
#define MAX_NOTICE 700

#define SERVICES \
  "AP|AFP|TASS|ТАСС|EPA|ANP|PA|DPA|ANSA|APA|Reuters|Getty|Shutterstock|iStock|Alamy|Bloomberg|Unsplash|Flickr|Wikimedia|" \
  "Sputnik|Xinhua|Imago|Zuma|Corbis|Magnum|Keystone|Sipa|Rex|CC BY"

static CpPattern service = CP_PATTERN ("(?-i:\\b(?:" SERVICES ")\\b)");

/* Where a credit begins that goes to the end of its block. */
static CpPattern credit = CP_PATTERN (
  "(?:^|[.!?”\"»)] |[|(\\[] ?)(?:crédits? photos?|photo(?:graph|s|graphy)?|picture|image|illustration|foto|fotografía|bild|credit|crédit|crédito|"
  "source|quelle|фото)s?(?: ?(?:credit|by|courtesy(?: of)?|von|de|di|par|via))*(?: ?[:/©]| by \\p{Lu}).{2,80}$"
  "|[(\\[](?:[^()]{0,60}[ /,])?(?-i:" SERVICES ")(?:[ /,][^()]{0,60})?[)\\]]\\.?$"
  "|[.!?] (?:[^.!?]{0,40}[ /])?(?-i:" SERVICES ")(?:[ /][^.!?]{0,40})?$"
  "|[\\p{Ll}’\"][.!?](?-i:(?:\\p{Lu}[\\p{L}'’-]+ ){0,3}(?:\\p{Lu}[\\p{L}'’-]+/)?(?:" SERVICES "))(?: Images)?$"
  "|[.!?] \\((?-i:\\p{Lu}[\\p{L}. -]{1,40}(?:/\\p{Lu}[\\p{L}. -]{1,40}){1,3})\\)$"
  "|^© ?(?-i:\\p{Lu}).{3,}"
  "|^(?:(?:file )?photo|image|picture|illustration|foto|bild)(?: credit| by|:) ");

static CpPattern related_label = CP_PATTERN (
  "^(?:related|related (?:articles?|stor(?:y|ies)|content|coverage|links?|reading|posts?|news|topics?|pieces?)|"
  "(?:read|see|also|watch|listen|learn)(?: (?:more|also|next|on|on this|on this story|this|read))+|see also|also read|"
  "more (?:on|from|about|in|by) .{1,50}|more (?:great|top|of our)\\b.{0,30} (?:stories|reads|coverage)|more (?:stories|coverage|opinion|news)|further reading|don['’]t miss|must reads?|"
  "most (?:read|popular|viewed)|trending(?: now)?|recommended(?: for you| reading| stories)?|editors?['’]s? picks?|"
  "you (?:may|might) also (?:like|be interested in)|what to read next|up next|next article|previous article|latest(?: news| stories)?|"
  "(?:à )?lire aussi|à lire(?: aussi| également)?|lire (?:la suite|plus|également)|sur le même (?:sujet|thème)|voir aussi|"
  "mehr (?:zum thema|dazu|lesen)(?: (?:auf|bei|in) .{1,40})?|(?:schon|auch) gelesen|lesen sie (?:auch|mehr|dazu).{0,40}|auch interessant|siehe auch|zum thema|das könnte sie auch interessieren|"
  "lea (?:también|además|más)|nota relacionada|le(?:er|e)? (?:también|más)|te puede interesar|le puede interesar|relacionado|artículos? relacionados?|"
  "leggi (?:anche|di più)|articoli correlati|lees ook|meer over .{1,40}|leia (?:também|mais)|artigos? relacionados?|"
  "czytaj (?:także|też|również|więcej)|zobacz także|читайте также|по теме|также по теме|читать также|смотрите также|"
  "läs (?:också|mer|även)|les også|læs også|lue myös|ayrıca oku)\\s*(?:[:：»>→?]|\\.{3}|…)?$");

static CpPattern related_lead = CP_PATTERN (
  "^(?:related (?:articles?|stor(?:y|ies)|content|coverage|links?|reading)|related|read (?:more|also|next)|see also|also read|more on this|"
  "further reading|don['’]t miss|(?:à )?lire aussi|sur le même sujet|mehr zum thema|lesen sie auch|siehe auch|lea también|(?:le|te) puede interesar|nota relacionada|leggi anche|"
  "lees ook|leia também|czytaj także|czytaj też|читайте также|по теме|läs också|les også|læs også) ?[:：|»>→–—] ?\\S");

static CpPattern kicker = CP_PATTERN (
  "^(?:opinions?|op-?ed|comment|commentary|editorials?|columns?|columnists?|viewpoints?|perspectives?|views|voices|guest essay|"
  "guest column|opinion (?:column|piece|essay)|analysis|essay|"
  "meinung|kommentar|kolumne|gastbeitrag|gastkommentar|tribune|éditorial|chronique|débats?|idées|opinión|columna|tribuna|"
  "opinione|opinioni|commento|editoriale|opinião|coluna|opinie|debatt|ledare|kronikk|мнение|мнения|колонка|думка)$");

static CpPattern address_label = CP_PATTERN (
  "^(?:(?:original(?:ly)?|source|canonical|archived?|article|full|web)?[ -]?(?:published (?:at|on)|published|url|link|source|article|"
  "address|page|version|text|post)(?: (?:url|link|address))?|retrieved from|available at|permalink|via|"
  "original(?:url|adresse|quelle|link)?|quelle|lien (?:original|d['’]origine)|source originale|adresse d['’]origine|fuente(?: original)?|"
  "enlace original|fonte(?: originale)?|источник|оригинал|ссылка)\\s*[:：]?$");
static CpPattern address = CP_PATTERN ("^(?:[\\p{L} -]{2,30}[:：] ?)?<?(https?://[^\\s<>\"]+?)>?[.,]?$");

static CpPattern outlet_of_views = CP_PATTERN (
  "(?:positions?|views?|opinions?|polic(?:y|ies)|stance|editorial (?:position|stance|policy|line|views?)|viewpoints?)"
  "(?: and opinions| or opinions| or polic(?:y|ies))?"
  "(?: (?:held|expressed))? (?:of|held by) ((?-i:the |The |)(?-i:\\p{Lu})[\\p{L}\\p{N}'’&. -]{1,60}?)"
  "(?=,? (?:or|nor|and) (?:its|the)\\b|[,;:(]|\\.?$|\\. )");
static CpPattern outlet_of_appearance = CP_PATTERN (
  "(?:article|piece|column|essay|op-?ed|commentary|text|story|letter|version)(?: of this \\w+)?"
  " (?:(?:has |had )?(?:first |originally |also |previously )*(?:appeared|ran)|(?:was|is|were) (?:first |originally |previously |also )*published|"
  "(?:was|is) (?:reprinted|republished|reproduced))"
  "(?: (?:first|originally))? (?:in|by|on|from|with) (?-i:(?:the )?(The )?(\\p{Lu}[\\p{L}\\p{N}'’&-]*(?: (?:\\p{Lu}|of|and|the|&|de|des|für)[\\p{L}\\p{N}'’&-]*)*))");
static CpPattern not_an_outlet = CP_PATTERN ("^(?:the )?(?:authors?|writers?|editors?|publishers?|contributors?|columnists?|newspaper|website|owners?|organi[sz]ation)\\b");

static CpPattern opinion_piece = CP_PATTERN (
  "opinion (?:pieces?|columns?|articles?)|op-?eds?\\b|views? expressed|opinions? expressed|views? (?:are|is) (?:those|that|solely)|"
  "(?:author|writer|columnist)['’]s own|meinung de[rs] autor|opiniones expresadas|n['’]engagent que|opinioni espresse|"
  "мнени[ея] автор|commentary");

typedef struct
{
  CpFurniture furniture;
  gsize       max_length;
  CpPattern   pattern;
} Notice;

static Notice notices[] = {
  { CP_FURNITURE_DISCLAIMER, MAX_NOTICE, CP_PATTERN (
    "(?:views?|opinions?|positions?|thoughts)\\b.{0,120}\\b(?:(?:do|does|may|might) not (?:necessarily |always )?(?:reflect|represent|coincide|express)|"
    "not necessarily (?:those|that|the|reflect)|(?:are|is) (?:solely |entirely |purely |strictly |only )?(?:those of|that of|the (?:author|writer)|"
    "(?:his|her|their|my|our) own))|"
    "(?:author|writer|columnist)s?['’]s? own(?:\\.|$| and )|"
    "(?:meinung|ansicht|auffassung)(?:en)? .{0,60}\\b(?:redaktion|autor)|gibt .{0,40}meinung .{0,40}wieder|"
    "n['’]engagent? que|ne reflètent? pas|opinion(?:es)? (?:expresad|vertid|contenid)as?|opinioni espresse|não reflete|"
    "мнени[ея] (?:автор|редакц).{0,60}(?:совпада|отража|может)|может не совпадать") },
  { CP_FURNITURE_ADVERTISEMENT, 80, CP_PATTERN (
    "^[-–—\\s]*(?:advertisement|advertising|ad|ads|sponsored(?: content| by .*)?|promoted|paid post|"
    "(?:story|article|content) continues (?:below|after).*|continue reading(?: below| the main story)?|scroll (?:down )?to continue.*|"
    "anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklama|реклама|annons)[-–—\\s]*$") },
  { CP_FURNITURE_NEWSLETTER, 400, CP_PATTERN (
    "\\b(?:sign ?up|subscribe|register|get|receive|join|delivered)\\b.{0,120}\\b(?:newsletter|inbox|briefing|by e-?mail|free trial|our (?:telegram|whatsapp) channel)\\b|"
    "^(?:subscribe|sign up|support (?:us|our (?:work|journalism)|independent journalism)|become a (?:member|subscriber)|donate)\\b.{0,120}$|"
    "newsletter.{0,60}(?:abonnieren|anmelden|bestellen)|(?:abonnez-vous|inscrivez-vous|suscríbe(?:te|se)|iscriviti|подпи(?:шитесь|сывайтесь))\\b") },
  { CP_FURNITURE_SHARE, 60, CP_PATTERN (
    "^(?:share(?: (?:this|on|via|with)(?: .{0,30})?| article)?|tweet|e-?mail|print(?: this.*)?|copy link|save(?: for later)?|bookmark|"
    "facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|x|follow(?: us)?(?: on .*)?|(?:\\d+ )?shares?|listen(?: to this article)?|"
    "teilen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|поделиться|listen \\d+ min.*|"
    "(?:\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten)[- ]min(?:ute)?s?(?: (?:read|to read|listen))|reading time:? .*)$") },
  { CP_FURNITURE_COMMENT, 160, CP_PATTERN (
    "^(?:(?:\\d+|no|view|show|read|post|add|leave|write|join|load)(?: \\w+){0,3} )?(?:comments?|replies|the conversation|the discussion)(?: \\(?\\d+\\)?)?$|"
    "^comments are (?:closed|moderated|now closed).*|^(?:kommentare|commentaires|comentarios|commenti|комментарии)(?: \\(?\\d+\\)?)?$") },
  { CP_FURNITURE_CORRECTION, MAX_NOTICE, CP_PATTERN (
    "^(?:correction|clarification|corrections? and clarifications?|editors?['’]s? note|erratum|korrektur|anmerkung der redaktion|note de la rédaction|"
    "nota (?:de la redacción|del editor|della redazione)|от редакции|примечание редакции)\\s*[:：(–—]|"
    "^(?:\\W*)(?:this|an earlier version of this) (?:article|story|piece|column|post|report|essay)\\b.{0,40}\\b(?:was|has been|were|misstated|incorrectly|stated|said|gave)\\b.{0,60}"
    "\\b(?:amended|updated|corrected|edited|clarify|incorrect|misstated|correct|reflect)|"
    "^an earlier version of this (?:article|story|piece|column)") },
  { CP_FURNITURE_AUTHOR_NOTE, 300, CP_PATTERN (
    "^.{3,120}\\b(?:contributed (?:to )?(?:this|reporting|to the reporting)|provided reporting)\\b|"
    "^(?:https?://)?(?:www\\.)?(?:twitter|x|facebook|instagram)\\.com/\\S+$|^(?:e-?mail:? )?[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+$|"
    "^reach (?:the reporters?|him|her|them)\\b.{0,20} (?:at|on)\\b.{3,160}|"
    "^\\(?(?:additional |extra )?(?:reporting|writing) by .{3,160}|^follow .{3,60} on (?:twitter|x|facebook|instagram)\\b") },
  { CP_FURNITURE_NOTICE, 300, CP_PATTERN (
    "^(?:©|\\(c\\) ?\\d|copyright\\b)|\\ball rights reserved\\b|^(?:terms of (?:use|service)|privacy (?:policy|notice)|cookie (?:policy|settings))|"
    "^(?:filed under|posted in|categor(?:y|ies|ia|ía|ie)|tags?|schlagwörter|mots-clés|etiquetas) ?[:：]|^(?:tempo de leitura|temps de lecture|lesezeit|tiempo de lectura)\\b|"
    "^(?:last )?updated (?:at|on)? ?\\d.{0,40}$|\\bis committed to publishing a diversity of letters\\b|"
    "^(?:this article is (?:part of|published under)|reprinted with permission|republish this)\\b|"
    "^(?:skip to (?:main )?content|back to top|home|menu|log ?in|sign in|search|loading\\W*|photo gallery|show caption|hide caption)$") },
  { CP_FURNITURE_PAGE_NUMBER, 40, CP_PATTERN (
    "^(?:[-–—] ?)?(?:(?:page|seite|p\\.|pág\\.?|página|стр\\.?)\\s*)?\\d{1,4}(?: ?(?:/|of|von|sur|de|из) ?\\d{1,4})?(?: ?[-–—])?$") },
};

/* "… since the start of the century. **AP / TASS**": bold words without a full stop after a
 * sentence name who took the picture. */
static gboolean
has_bold_credit (CpDraftBlock *block)
{
  const char *tail;

  /* A mark, a space, and the bold words. */
  if (block->strong_tail < 2 || block->text->len - block->strong_tail > MAX_CREDIT)
    return FALSE;

  tail = block->text->str + block->strong_tail;
  if (strchr (".!?…:,;", block->text->str[block->text->len - 1]) != NULL)
    return FALSE;

  return (strchr (tail, '/') != NULL || cp_pattern_matches (&service, tail) || cp_pattern_matches (&credit, tail)) &&
         strchr (".!?\"'”)", block->text->str[block->strong_tail - 2]) != NULL;
}

/**
 * cp_furniture_is_caption:
 *
 * Returns: whether the block ends as captions do, in a credit, or begins with one
 */
gboolean
cp_furniture_is_caption (CpDraftBlock *block)
{
  if (block->text->len > MAX_CAPTION || block->kind == CP_BLOCK_HEADING)
    return FALSE;

  return has_bold_credit (block) || cp_pattern_matches (&credit, block->text->str);
}

/**
 * cp_furniture_is_related_label:
 *
 * Returns: whether @text only announces links to other pieces
 */
gboolean
cp_furniture_is_related_label (const char *text)
{
  return strlen (text) <= MAX_CREDIT && cp_pattern_matches (&related_label, text);
}

/**
 * cp_furniture_is_related:
 *
 * Returns: whether the block points to another piece
 */
gboolean
cp_furniture_is_related (CpDraftBlock *block)
{
  const char *text = block->text->str;

  if (block->text->len > MAX_RELATED)
    return FALSE;

  return cp_pattern_matches (&related_lead, text) ||
         (cp_furniture_is_related_label (text) && (text[block->text->len - 1] == ':' || block->kind == CP_BLOCK_HEADING || cp_draft_block_is_strong (block) || cp_draft_block_is_linked (block)));
}

/**
 * cp_furniture_is_kicker:
 *
 * Returns: whether @text is the name of a section, as it stands over headlines
 */
gboolean
cp_furniture_is_kicker (const char *text)
{
  return strlen (text) <= MAX_CREDIT && cp_pattern_matches (&kicker, text);
}

/**
 * cp_furniture_is_address_label:
 *
 * Returns: whether @text announces the address of the piece, such as "Original url:"
 */
gboolean
cp_furniture_is_address_label (const char *text)
{
  return strlen (text) <= MAX_CREDIT && cp_pattern_matches (&address_label, text);
}

/**
 * cp_furniture_find_address:
 *
 * Returns: (transfer full) (nullable): the web address that @text consists of, but for a label
 */
char *
cp_furniture_find_address (const char *text)
{
  return cp_pattern_fetch (&address, text, 1);
}

/**
 * cp_furniture_find_outlet:
 * @text: a disclaimer or a note on the author
 *
 * Returns: (transfer full) (nullable): the outlet of which @text says that views are not its own or
 *   that the piece appeared there
 */
char *
cp_furniture_find_outlet (const char *text)
{
  g_autofree char *outlet = cp_pattern_fetch (&outlet_of_views, text, 1);
  g_autofree char *article = NULL;
  g_autofree char *name = NULL;

  if (outlet != NULL && !cp_pattern_matches (&not_an_outlet, outlet))
    {
      if (g_str_has_prefix (outlet, "the "))
        return g_strdup (outlet + strlen ("the "));
      return g_steal_pointer (&outlet);
    }

  name = cp_pattern_fetch (&outlet_of_appearance, text, 2);
  if (name == NULL || cp_pattern_matches (&not_an_outlet, name))
    return NULL;

  article = cp_pattern_fetch (&outlet_of_appearance, text, 1);

  return g_strconcat (article != NULL ? article : "", name, NULL);
}

/**
 * cp_furniture_speaks_of_opinion:
 *
 * Returns: whether the disclaimer @text says that the piece is one of opinion
 */
gboolean
cp_furniture_speaks_of_opinion (const char *text)
{
  return cp_pattern_matches (&opinion_piece, text);
}

/**
 * cp_furniture_kind_of_notice:
 *
 * Returns: what sort of small print @text is, %CP_FURNITURE_NONE when it is none
 */
CpFurniture
cp_furniture_kind_of_notice (const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      if (length <= notices[i].max_length && cp_pattern_matches (&notices[i].pattern, text))
        return notices[i].furniture;
    }

  return CP_FURNITURE_NONE;
}
