/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that carry no matter, and abbreviations, by language. */

#define G_LOG_DOMAIN "cp-stop-words"

#include "config.h"

#include "cp-stop-words.h"

#include <string.h>

/* Words are in the form that cp-words gives them: in lower case, without possessive or elision,
 * so that "don't" is listed with its apostrophe and "l'" is not listed at all. Abbreviations are
 * without their last full stop. */
typedef struct
{
  const char *language;
  const char *stop_words;
  const char *abbreviations;
} Lists;

static const Lists all_lists[] = {
  { "en",
    "a about above across actually after afterwards again against ago ain't all almost along already also "
    "although always am amid among amongst an and another any anybody anyone anything anyway anywhere "
    "apart are aren't around as aside at away back barely be became because become becomes becoming been "
    "before beforehand behind being below beneath beside besides between beyond both but by came can "
    "can't cannot certain certainly come comes coming could couldn't despite did didn't do does doesn't doing "
    "don't done down due during each either else elsewhere enough especially etc even ever every "
    "everybody everyone everything everywhere except far few fewer first for former from further "
    "furthermore gave get gets getting give given gives giving go goes going gone got had hadn't hardly "
    "has hasn't have haven't having he he'd he'll her here here's hers herself him himself his how "
    "how's however i i'd i'll i'm i've if in indeed inside instead into is isn't it it'd it'll its "
    "itself just keep keeps kept knew know known knows largely last later latter least less let let's lets "
    "like likely long lot lots made mainly make makes making many may maybe me mean means meanwhile "
    "merely might mine more moreover most mostly much must my myself namely near nearly need needs "
    "neither never nevertheless next no nobody none nonetheless nor not nothing now nowhere of off often oh "
    "on once one one's ones only onto or other others otherwise ought our ours ourselves out outside "
    "over own particular particularly per perhaps please possible possibly probably put puts quite rather "
    "really recent recently regarding said same saw say saying says second see seem seemed seeming seems "
    "seen several shall shan't she she'd she'll should shouldn't simply since so some somebody somehow "
    "someone something sometime sometimes somewhat somewhere soon still such take taken takes taking tell "
    "tells than that that's the their theirs them themselves then thence there there's thereafter thereby "
    "therefore these they they'd they'll they're they've thing things think thinks third this those "
    "though through throughout thus till to today together told too took toward towards tried truly try trying "
    "under unless unlike until up upon us use used uses using usually various very via want wanted "
    "wants was wasn't way ways we we'd we'll we're we've well went were weren't what what's whatever when "
    "whenever where whereas whereby wherever whether which whichever while who who'd who's whoever whole "
    "whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've "
    "your yours yourself yourselves two three four five six seven eight nine ten able another's "
    "anymore becoming bit clearly course else's everyone's exactly fully generally got highly "
    "hence impossible indeed kind kinds lest longer nor obviously old new good bad big great little "
    "part parts sort sorts sure tend tends time times whatever's year years day days month months "
    "week weeks yesterday tomorrow",
    "adm apr assn ave bros capt cf co col corp dec dept dr ed eds esq est etc feb fig ft gen gov hon "
    "inc jan jr lt ltd maj mgr mr mrs ms mt no nos nov oct op p pp pres prof rep reps rev rt sec sen "
    "sens sept sgt sr st supt vol vols vs" },
  { "de",
    "ab aber alle allem allen aller allerdings alles als also am an andere anderem anderen anderer anderes "
    "anders auch auf aus außer außerdem außerhalb bald bei beide beiden beim beinahe bereits besonders "
    "bevor bin bis bisher bist bloß da dabei dadurch dafür dagegen daher dahin damals damit danach daneben "
    "dann daran darauf daraus darf darin darüber darum darunter das dass dasselbe davon davor dazu dein "
    "deine dem demnach den denen denn dennoch der deren derer derselbe des deshalb dessen desto deswegen die dies "
    "diese dieselbe diesem diesen dieser dieses dir doch dort du durch dürfen dürfte ebenfalls ebenso eher "
    "eigentlich ein eine einem einen einer eines einfach einige einigen einiger einmal entweder er erst erste ersten "
    "es etwa etwas euch euer eure fast folglich für ganz gar geben gegen gegenüber gehabt gehen geht genau "
    "gerade gern gewesen gewiss geworden gibt ging gleich haben habe hat hatte hatten hätte hätten her "
    "heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem infolge "
    "innerhalb ins inzwischen irgend ist ja jede jedem jeden jeder jedes jedoch jemals jemand jene jenem jenen jener "
    "jenes jetzt kam kann kannst kaum kein keine keinem keinen keiner keines kommen kommt können könnte "
    "könnten lassen lässt längst machen macht man manche manchem manchen mancher mehr mein meine meinem "
    "meinen meiner meist mich mir mit möchte mögen möglich müssen muss müsste nach nachdem nämlich neben "
    "nehmen nicht nichts nie niemals niemand nimmt noch nun nur ob oben obwohl oder offenbar oft ohne per "
    "schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem selbst sich sicher sie sind "
    "so sobald sogar solange solch solche solchem solchen solcher soll sollen sollte sollten somit sondern "
    "sonst soweit sowie sowohl stets trotz trotzdem über überhaupt um und uns unser unsere unserem unseren "
    "unserer unter usw viel viele vielen vieler vielleicht vom von vor wann war waren warum was weder weg "
    "wegen weil weiter weitere weiteren weiterhin welche welchem welchen welcher welches wem wen wenig "
    "wenige weniger wenn wer werde werden werdet weshalb wessen wie wieder will wir wird wirklich wo wobei "
    "wohl wollen wollte worden wozu während wurde wurden würde würden zu zuerst zufolge zum zumal zumindest zur "
    "zurück zusammen zwar zwei drei zwischen jahr jahre jahren tag tage mal gut neue neuen neuer",
    "abs allg bd bspw bzgl bzw ca d dipl dr etc evtl f ff geb gem ggf hr hrsg inkl ing jh jr kap lt max "
    "min mio mrd nr o prof rd s sog st str tel u usw v vgl vs z" },
  { "fr",
    "à afin ai ainsi ait alors après as assez au aucun aucune aujourd'hui auquel aura auraient aurait aussi aussitôt "
    "autant autre autres aux auxquelles auxquels avaient avait avant avec avez avoir avons ayant beaucoup bien "
    "bon c'est car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet "
    "cette ceux chacun chacune chaque chez ci combien comme comment contre d dans de dehors déjà depuis derrière "
    "des dès désormais deux devant devoir devrait devraient dit doit doivent donc dont du durant elle elles "
    "en encore enfin ensuite entre envers es est et étaient était étant été être eu eux fait faire faites "
    "falloir faut fois font fut grand grande hors ici il ils jamais je jusqu jusque l la là laquelle le "
    "lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui ma maintenant mais malgré me "
    "même mêmes mes met mettre mien mienne moi moins mon ne néanmoins ni non nos notre nous nul on ont or "
    "ou où oui outre par parce parfois parmi partout pas pendant personne peu peut peuvent plupart plus plusieurs "
    "plutôt pour pourquoi pourrait pourraient pourtant pouvoir presque prendre près puis puisque "
    "qu quand quant que quel quelle quelles quelqu quelque quelques quels qui quoi quoique rien sa sans sauf se "
    "selon sera serait seraient ses seulement si sien sienne soi soit son sont sous souvent suis sur surtout ta tandis "
    "tant te tel telle tellement telles tels tes toi ton toujours tous tout toute toutefois toutes très "
    "trois trop tu un une va vers veut voici voilà voire vont vos votre vous vraiment y an année années ans "
    "jour jours",
    "av bd cf chap dr env etc ex fig hab m me mgr min mlle mm mme nb no p pp prof st ste suiv vol" },
  { "es",
    "a acá ademas además ahí ahora al algo alguien algún alguna algunas alguno algunos allá allí ambos ante antes "
    "apenas aquel aquella aquellas aquello aquellos aquí así aún aun aunque bajo bastante bien cada casi "
    "cierta ciertas cierto ciertos como cómo con conmigo contra cual cuál cuales cualquier cualquiera cuando cuándo cuanto "
    "cuya cuyas cuyo cuyos da dado dar de debe deben debería deberían debido decir del demás dentro desde después "
    "detrás dice dicen dicho donde dónde dos durante e el él ella ellas ello ellos embargo en encima entonces entre "
    "era eran eres es esa esas ese eso esos esta está estaba estaban estado estamos están estar estas este "
    "esto estos estoy fin fue fueron fui gran grandes ha haber había habían habrá hace hacen hacer hacia han "
    "hasta hay haya he hecho hemos hoy incluso ir jamás junto la las le les lo los luego más mas me mediante "
    "mejor menos mi mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy nada nadie ni ningún ninguna "
    "ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para parece pero "
    "poca pocas poco pocos podemos poder podría podrían por porque posible primer primera primero pronto puede pueden pues que "
    "qué quien quién quienes quizá quizás se sea sean según ser será serán sería si sí sido siempre siendo "
    "sin sino sobre sola solamente solo sólo somos son soy su sus suya suyo tal tales también tampoco tan "
    "tanta tantas tanto tantos te tenemos tener tenía tiene tienen toda todas todavía todo todos tras tres tu tus u "
    "un una unas uno unos usted ustedes va vamos van varias varios veces ver vez y ya yo año años día días",
    "admón art av avda cap cf cía d dña dr dra etc excmo gral ing lic núm p pág págs pdte prof sr sra "
    "srta sta sto tel ud uds vol" },
  { "ru",
    "а без более больше будем будет будете будто буду будут будучи бы был была были было быть в вам вами вас весь "
    "видимо во вокруг вообще вот впрочем все всё всегда всего всей всем всеми всему всех всею всю вся "
    "всякий вы где говорит да даже два для до должен должна должно должны другая другие других другим другой "
    "его едва ее её ей ему если есть еще ещё же за здесь и из изза или им именно иметь имеет ими иногда их "
    "к каждая каждое каждые каждый кажется как какая какие каким каких какой когда конечно которая "
    "которого которое которой котором которому которую которые который которым которых кроме кто куда "
    "лет ли либо лишь лучше между менее меньше меня мне много многие многих может можно мои мой мочь моя мы на "
    "над надо нас наш наша наше наши не него недавно нее неё ней нельзя нем нём несколько нет ни нибудь никак никогда "
    "никто ним ними них ничего но ну нужно о об однако один одна одни одно около он она они оно опять от отчего "
    "очень перед по под пока после потом потому почему почти при про просто против пусть раз разве с сам сама сами "
    "само самого самой самом самым самых свое своё своего своей своем своём своими своих свои свой "
    "свою своя себе себя сегодня сейчас сказал сказать со собой собою совсем столь стал стала стали стать так такая также такие "
    "таким такими таких такое такой там твой те тебе тебя тем теми теперь тех то тобой тогда того тоже той "
    "только том тому тот три тут ты у уж уже хотя чего чей чем через что чтоб чтобы чуть эта эти этим этими "
    "этих это этого этой этом этому этот эту я год года годы годов день дня",
    "г гг гл гр д др и им ин км л м млн млрд напр обл п пр проф р руб с св см ст стр т тыс ул ч" },
};

static GHashTable *
read_list (const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (words[i]));

  return set;
}

typedef struct
{
  GHashTable *stop_words[G_N_ELEMENTS (all_lists)];
  GHashTable *abbreviations[G_N_ELEMENTS (all_lists)];
} Tables;

/* The lists are turned into sets once a process and never freed; they are constant after. */
static const Tables *
get_tables (void)
{
  static gsize ready = 0;
  static Tables tables;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (all_lists); i++)
        {
          tables.stop_words[i] = read_list (all_lists[i].stop_words);
          tables.abbreviations[i] = read_list (all_lists[i].abbreviations);
        }
      g_once_init_leave (&ready, 1);
    }

  return &tables;
}

/* Language tags may carry a region ("en-GB"); what counts is before it. */
static int
find_language (const char *language)
{
  if (language == NULL)
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (all_lists); i++)
    if (g_ascii_strncasecmp (language, all_lists[i].language, 2) == 0 &&
        !g_ascii_isalpha (language[2]))
      return i;

  return -1;
}

/**
 * cp_stop_words_known:
 * @language: (nullable): a language tag, such as "en" or "en-GB"
 *
 * Returns: whether there is a list for @language
 */
gboolean
cp_stop_words_known (const char *language)
{
  return find_language (language) >= 0;
}

/**
 * cp_stop_words_contains:
 * @language: (nullable): a language tag
 * @word: a word as #CpWord has it in its norm
 *
 * Returns: whether @word says nothing about what a text in @language is about; %FALSE for every
 *   word of a language without a list
 */
gboolean
cp_stop_words_contains (const char *language,
                        const char *word)
{
  int i = find_language (language);

  return i >= 0 && g_hash_table_contains (get_tables ()->stop_words[i], word);
}

/**
 * cp_abbreviations_contains:
 * @language: (nullable): a language tag
 * @word: a lower-case word without its full stop
 *
 * Returns: whether @word is commonly written with a full stop that ends no sentence
 */
gboolean
cp_abbreviations_contains (const char *language,
                           const char *word)
{
  int i = find_language (language);

  return i >= 0 && g_hash_table_contains (get_tables ()->abbreviations[i], word);
}
