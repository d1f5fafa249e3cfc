/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the elements of HTML are to a reader, by name and by class. */

#define G_LOG_DOMAIN "cp-html-tags"

#include "config.h"

#include "cp-html-tags.h"

#include <stdlib.h>
#include <string.h>

/* An element of a few words has no more nodes in it than this. */
#define MAX_SHORT_NODES 100

/* Both tables are sorted by name for bsearch(). Elements without an end tag are inline even where they
 * load something: the parser takes what follows for their contents. */
static const struct
{
  const char *name;
  CpHtmlTag   tag;
} tags[] = {
  { "a", CP_HTML_LINK },
  { "address", CP_HTML_BLOCK },
  { "amp-img", CP_HTML_IMAGE },
  { "applet", CP_HTML_ACTIVE },
  { "article", CP_HTML_ARTICLE },
  { "aside", CP_HTML_ASIDE },
  { "audio", CP_HTML_HIDDEN },
  { "b", CP_HTML_STRONG },
  { "base", CP_HTML_HIDDEN },
  { "blockquote", CP_HTML_QUOTATION },
  { "body", CP_HTML_BLOCK },
  { "br", CP_HTML_BREAK },
  { "button", CP_HTML_HIDDEN },
  { "canvas", CP_HTML_HIDDEN },
  { "caption", CP_HTML_PARAGRAPH },
  { "center", CP_HTML_BLOCK },
  { "cite", CP_HTML_INLINE },
  { "dd", CP_HTML_BLOCK },
  { "details", CP_HTML_BLOCK },
  { "dialog", CP_HTML_HIDDEN },
  { "dir", CP_HTML_LIST },
  { "div", CP_HTML_BLOCK },
  { "dl", CP_HTML_BLOCK },
  { "dt", CP_HTML_BLOCK },
  { "em", CP_HTML_EMPHASIS },
  { "embed", CP_HTML_INLINE },
  { "fieldset", CP_HTML_BLOCK },
  { "figcaption", CP_HTML_CAPTION },
  { "figure", CP_HTML_FIGURE },
  { "footer", CP_HTML_FOOTER },
  { "form", CP_HTML_BLOCK },
  { "frame", CP_HTML_INLINE },
  { "frameset", CP_HTML_BLOCK },
  { "h1", CP_HTML_HEADING },
  { "h2", CP_HTML_HEADING },
  { "h3", CP_HTML_HEADING },
  { "h4", CP_HTML_HEADING },
  { "h5", CP_HTML_HEADING },
  { "h6", CP_HTML_HEADING },
  { "head", CP_HTML_HIDDEN },
  { "header", CP_HTML_BLOCK },
  { "hgroup", CP_HTML_BLOCK },
  { "hr", CP_HTML_BLOCK },
  { "html", CP_HTML_BLOCK },
  { "i", CP_HTML_EMPHASIS },
  { "iframe", CP_HTML_ACTIVE },
  { "img", CP_HTML_IMAGE },
  { "input", CP_HTML_HIDDEN },
  { "legend", CP_HTML_BLOCK },
  { "li", CP_HTML_ITEM },
  { "link", CP_HTML_HIDDEN },
  { "main", CP_HTML_MAIN },
  { "map", CP_HTML_HIDDEN },
  { "menu", CP_HTML_LIST },
  { "meta", CP_HTML_HIDDEN },
  { "nav", CP_HTML_NAVIGATION },
  { "noframes", CP_HTML_BLOCK },
  { "noscript", CP_HTML_HIDDEN },
  { "object", CP_HTML_ACTIVE },
  { "ol", CP_HTML_LIST },
  { "option", CP_HTML_HIDDEN },
  { "p", CP_HTML_PARAGRAPH },
  { "pre", CP_HTML_BLOCK },
  { "script", CP_HTML_ACTIVE },
  { "section", CP_HTML_BLOCK },
  { "select", CP_HTML_HIDDEN },
  { "strong", CP_HTML_STRONG },
  { "style", CP_HTML_HIDDEN },
  { "summary", CP_HTML_BLOCK },
  { "svg", CP_HTML_HIDDEN },
  { "table", CP_HTML_BLOCK },
  { "tbody", CP_HTML_BLOCK },
  { "td", CP_HTML_CELL },
  { "template", CP_HTML_HIDDEN },
  { "textarea", CP_HTML_HIDDEN },
  { "tfoot", CP_HTML_BLOCK },
  { "th", CP_HTML_CELL },
  { "thead", CP_HTML_BLOCK },
  { "title", CP_HTML_HIDDEN },
  { "tr", CP_HTML_ROW },
  { "ul", CP_HTML_LIST },
  { "video", CP_HTML_HIDDEN },
};

/* Words of class and id that publishers use for what stands around a piece. */
static const struct
{
  const char  *word;
  CpFurniture  furniture;
} hints[] = {
  { "ad", CP_FURNITURE_ADVERTISEMENT },
  { "addthis", CP_FURNITURE_SHARE },
  { "addtoany", CP_FURNITURE_SHARE },
  { "ads", CP_FURNITURE_ADVERTISEMENT },
  { "adslot", CP_FURNITURE_ADVERTISEMENT },
  { "adunit", CP_FURNITURE_ADVERTISEMENT },
  { "advert", CP_FURNITURE_ADVERTISEMENT },
  { "advertisement", CP_FURNITURE_ADVERTISEMENT },
  { "advertising", CP_FURNITURE_ADVERTISEMENT },
  { "adverts", CP_FURNITURE_ADVERTISEMENT },
  { "author", CP_FURNITURE_BYLINE },
  { "authors", CP_FURNITURE_BYLINE },
  { "breadcrumb", CP_FURNITURE_NAVIGATION },
  { "breadcrumbs", CP_FURNITURE_NAVIGATION },
  { "byline", CP_FURNITURE_BYLINE },
  { "bylines", CP_FURNITURE_BYLINE },
  { "caption", CP_FURNITURE_CAPTION },
  { "captions", CP_FURNITURE_CAPTION },
  { "comment", CP_FURNITURE_COMMENT },
  { "commentlist", CP_FURNITURE_COMMENT },
  { "comments", CP_FURNITURE_COMMENT },
  { "consent", CP_FURNITURE_NOTICE },
  { "cookie", CP_FURNITURE_NOTICE },
  { "cookies", CP_FURNITURE_NOTICE },
  { "copyright", CP_FURNITURE_NOTICE },
  { "correction", CP_FURNITURE_CORRECTION },
  { "credit", CP_FURNITURE_CREDIT },
  { "credits", CP_FURNITURE_CREDIT },
  { "cta", CP_FURNITURE_NEWSLETTER },
  { "dateline", CP_FURNITURE_DATE },
  { "dfp", CP_FURNITURE_ADVERTISEMENT },
  { "disclaimer", CP_FURNITURE_DISCLAIMER },
  { "disclosure", CP_FURNITURE_DISCLAIMER },
  { "disqus", CP_FURNITURE_COMMENT },
  { "donate", CP_FURNITURE_NEWSLETTER },
  { "donation", CP_FURNITURE_NEWSLETTER },
  { "footer", CP_FURNITURE_FOOTER },
  { "footnotes", CP_FURNITURE_FOOTNOTE },
  { "gallery", CP_FURNITURE_CAPTION },
  { "gdpr", CP_FURNITURE_NOTICE },
  { "kicker", CP_FURNITURE_KICKER },
  { "lightbox", CP_FURNITURE_NOTICE },
  { "login", CP_FURNITURE_NOTICE },
  { "masthead", CP_FURNITURE_NOTICE },
  { "menu", CP_FURNITURE_NAVIGATION },
  { "modal", CP_FURNITURE_NOTICE },
  { "mostpopular", CP_FURNITURE_RELATED },
  { "mostread", CP_FURNITURE_RELATED },
  { "nav", CP_FURNITURE_NAVIGATION },
  { "navbar", CP_FURNITURE_NAVIGATION },
  { "navigation", CP_FURNITURE_NAVIGATION },
  { "newsletter", CP_FURNITURE_NEWSLETTER },
  { "newsletters", CP_FURNITURE_NEWSLETTER },
  { "outbrain", CP_FURNITURE_RELATED },
  { "pagination", CP_FURNITURE_NAVIGATION },
  { "paywall", CP_FURNITURE_NEWSLETTER },
  { "popular", CP_FURNITURE_RELATED },
  { "popup", CP_FURNITURE_NOTICE },
  { "promo", CP_FURNITURE_RELATED },
  { "promos", CP_FURNITURE_RELATED },
  { "promoted", CP_FURNITURE_ADVERTISEMENT },
  { "promotion", CP_FURNITURE_ADVERTISEMENT },
  { "pullquote", CP_FURNITURE_PULL_QUOTE },
  { "rail", CP_FURNITURE_NOTICE },
  { "recirc", CP_FURNITURE_RELATED },
  { "recirculation", CP_FURNITURE_RELATED },
  { "recommendation", CP_FURNITURE_RELATED },
  { "recommendations", CP_FURNITURE_RELATED },
  { "recommended", CP_FURNITURE_RELATED },
  { "related", CP_FURNITURE_RELATED },
  { "relatedposts", CP_FURNITURE_RELATED },
  { "share", CP_FURNITURE_SHARE },
  { "sharebar", CP_FURNITURE_SHARE },
  { "sharedaddy", CP_FURNITURE_SHARE },
  { "shares", CP_FURNITURE_SHARE },
  { "sharethis", CP_FURNITURE_SHARE },
  { "sharing", CP_FURNITURE_SHARE },
  { "sidebar", CP_FURNITURE_NOTICE },
  { "signup", CP_FURNITURE_NEWSLETTER },
  { "skip", CP_FURNITURE_NAVIGATION },
  { "slideshow", CP_FURNITURE_CAPTION },
  { "social", CP_FURNITURE_SHARE },
  { "socials", CP_FURNITURE_SHARE },
  { "sponsor", CP_FURNITURE_ADVERTISEMENT },
  { "sponsored", CP_FURNITURE_ADVERTISEMENT },
  { "standfirst", CP_FURNITURE_STANDFIRST },
  { "subscribe", CP_FURNITURE_NEWSLETTER },
  { "subscription", CP_FURNITURE_NEWSLETTER },
  { "taboola", CP_FURNITURE_RELATED },
  { "tags", CP_FURNITURE_NOTICE },
  { "teaser", CP_FURNITURE_RELATED },
  { "teasers", CP_FURNITURE_RELATED },
  { "timestamp", CP_FURNITURE_DATE },
  { "toolbar", CP_FURNITURE_NAVIGATION },
  { "tooltip", CP_FURNITURE_NOTICE },
  { "trending", CP_FURNITURE_RELATED },
  { "widget", CP_FURNITURE_NOTICE },
  { "yarpp", CP_FURNITURE_RELATED },
};

/* What elements say that they do. */
static const struct
{
  const char  *name;
  CpFurniture  furniture;
} roles[] = {
  { "alertdialog", CP_FURNITURE_NOTICE },
  { "banner", CP_FURNITURE_NOTICE },
  { "complementary", CP_FURNITURE_NOTICE },
  { "contentinfo", CP_FURNITURE_FOOTER },
  { "dialog", CP_FURNITURE_NOTICE },
  { "menu", CP_FURNITURE_NAVIGATION },
  { "navigation", CP_FURNITURE_NAVIGATION },
  { "search", CP_FURNITURE_NOTICE },
  { "toolbar", CP_FURNITURE_NAVIGATION },
};

/* The tables that are searched begin with the name that they are sorted by. */
static int
compare_name (const void *key,
              const void *entry)
{
  return strcmp (key, *(const char * const *) entry);
}

CpHtmlTag
cp_html_tag_from_name (const char *name)
{
  const void *found = bsearch (name, tags, G_N_ELEMENTS (tags), sizeof *tags, compare_name);

  if (found != NULL)
    return tags[((const char *) found - (const char *) tags) / sizeof *tags].tag;

  /* Elements that a page defines for itself hold parts of its layout. */
  return strchr (name, '-') != NULL ? CP_HTML_BLOCK : CP_HTML_INLINE;
}

gboolean
cp_html_tag_is_block (CpHtmlTag tag)
{
  switch (tag)
    {
    case CP_HTML_INLINE:
    case CP_HTML_ACTIVE:
    case CP_HTML_HIDDEN:
    case CP_HTML_CELL:
    case CP_HTML_STRONG:
    case CP_HTML_EMPHASIS:
    case CP_HTML_LINK:
    case CP_HTML_BREAK:
      return FALSE;

    case CP_HTML_BLOCK:
    case CP_HTML_ROW:
    case CP_HTML_HEADING:
    case CP_HTML_PARAGRAPH:
    case CP_HTML_QUOTATION:
    case CP_HTML_LIST:
    case CP_HTML_ITEM:
    case CP_HTML_CAPTION:
    case CP_HTML_FIGURE:
    case CP_HTML_NAVIGATION:
    case CP_HTML_FOOTER:
    case CP_HTML_ASIDE:
    case CP_HTML_ARTICLE:
    case CP_HTML_MAIN:
    default:
      return TRUE;
    }
}

/**
 * cp_html_get_attribute:
 *
 * Returns: (transfer full) (nullable): the value, or %NULL when @element has no such attribute
 */
char *
cp_html_get_attribute (xmlNode    *element,
                       const char *name)
{
  xmlAttr *attribute = xmlHasProp (element, (const xmlChar *) name);
  xmlChar *value;
  char *copy;

  if (attribute == NULL)
    return NULL;

  value = xmlNodeListGetString (element->doc, attribute->children, 1);
  copy = g_strdup (value != NULL ? (const char *) value : "");
  xmlFree (value);

  return copy;
}

static CpFurniture
hint_from_word (const char *word,
                gsize       length)
{
  char folded[24];
  const void *found;

  if (length >= sizeof folded)
    return CP_FURNITURE_NONE;

  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (word[i]);
  folded[length] = '\0';

  found = bsearch (folded, hints, G_N_ELEMENTS (hints), sizeof *hints, compare_name);

  return found != NULL ? hints[((const char *) found - (const char *) hints) / sizeof *hints].furniture : CP_FURNITURE_NONE;
}

/* Page builders call every part of a page a widget, as in "x-widget"; where the name begins so it is
 * one of a side bar. */
static gboolean
is_suffix_only (const char *names,
                const char *word)
{
  return word > names && !g_ascii_isspace (word[-1]) && g_ascii_strncasecmp (word, "widget", strlen ("widget")) == 0;
}

static gboolean
is_preceded_by (const char *names,
                const char *word,
                const char *other)
{
  gsize length = strlen (other);

  return (gsize) (word - names) > length && g_ascii_strncasecmp (word - 1 - length, other, length) == 0 &&
         ((gsize) (word - names) == length + 1 || !g_ascii_isalpha (word[-2 - (gssize) length]));
}

/* "has-sidebar" and "sidebar-enabled" are on the element beside the side bar, and "e1e566ad" is no name at all. */
static gboolean
is_state (const char *names,
          const char *word,
          const char *end)
{
  static const char * const states[] = { "has", "no", "with", "without" };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (is_preceded_by (names, word, states[i]))
        return TRUE;
    }

  return (word > names && g_ascii_isdigit (word[-1])) || g_ascii_strncasecmp (end, "-enabled", strlen ("-enabled")) == 0;
}

/* Names are put together in several ways: "related-links", "related_links", "relatedLinks". */
static CpFurniture
hint_from_names (const char *names)
{
  const char *word = names;

  for (const char *c = names;; c++)
    {
      gboolean hump = c > names && g_ascii_isupper (*c) && g_ascii_islower (c[-1]);

      if (g_ascii_isalpha (*c) && !hump)
        continue;

      if (c > word && !is_suffix_only (names, word) && !is_state (names, word, c))
        {
          CpFurniture hint = hint_from_word (word, c - word);

          if (hint != CP_FURNITURE_NONE)
            return hint;
        }

      if (*c == '\0')
        return CP_FURNITURE_NONE;

      word = hump ? c : c + 1;
    }
}

static CpFurniture
hint_from_attribute (const char *name,
                     const char *value)
{
  if (g_str_equal (name, "class") || g_str_equal (name, "id") || g_str_equal (name, "data-component"))
    return hint_from_names (value);

  if (g_str_equal (name, "role"))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
        {
          if (g_str_equal (roles[i].name, value))
            return roles[i].furniture;
        }
    }

  return CP_FURNITURE_NONE;
}

static gboolean
hides (const char *name,
       const char *value)
{
  if (g_str_equal (name, "hidden"))
    return TRUE;

  return value != NULL && g_str_equal (name, "style") &&
         (strstr (value, "display:none") != NULL || strstr (value, "display: none") != NULL);
}

static CpFurniture
hint_from_tag (CpHtmlTag tag)
{
  switch ((int) tag)
    {
    case CP_HTML_NAVIGATION:
      return CP_FURNITURE_NAVIGATION;
    case CP_HTML_FOOTER:
      return CP_FURNITURE_FOOTER;
    case CP_HTML_CAPTION:
      return CP_FURNITURE_CAPTION;
    default:
      return CP_FURNITURE_NONE;
    }
}

/**
 * cp_html_hint_from_element:
 * @element: an element
 * @tag: what it is
 * @is_hidden: (out): whether @element itself says that it is not shown
 *
 * Returns: what furniture the name, the class or the role of @element says that it holds, %CP_FURNITURE_NONE when they
 *   say nothing. It may be wrong: whole pages have classes such as "comment".
 */
CpFurniture
cp_html_hint_from_element (xmlNode   *element,
                           CpHtmlTag  tag,
                           gboolean  *is_hidden)
{
  CpFurniture hint = hint_from_tag (tag);

  *is_hidden = FALSE;

  for (xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const char *value = attribute->children != NULL ? (const char *) attribute->children->content : NULL;

      *is_hidden = *is_hidden || hides (name, value);
      if (hint == CP_FURNITURE_NONE && value != NULL)
        hint = hint_from_attribute (name, value);
    }

  if (*is_hidden && hint_from_tag (tag) == CP_FURNITURE_NONE)
    return CP_FURNITURE_NOTICE;

  return hint == CP_FURNITURE_NONE && tag == CP_HTML_ASIDE ? CP_FURNITURE_RELATED : hint;
}

/**
 * cp_html_has_token:
 *
 * Returns: whether @attribute of @element is a list of words that has @token in it
 */
gboolean
cp_html_has_token (xmlNode    *element,
                   const char *attribute,
                   const char *token)
{
  xmlAttr *found = element->properties != NULL ? xmlHasProp (element, (const xmlChar *) attribute) : NULL;
  const char *value = found != NULL && found->children != NULL ? (const char *) found->children->content : NULL;
  gsize length = strlen (token);

  for (const char *word = value; word != NULL && *word != '\0'; word += strcspn (word, " \t\r\n\f"))
    {
      word += strspn (word, " \t\r\n\f");
      if (strncmp (word, token, length) == 0 && strchr (" \t\r\n\f", word[length]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Words of two elements are two words, even where no space is between them, and may be two lines. */
static char
get_divider (xmlNode *element)
{
  CpHtmlTag tag = cp_html_tag_from_name ((const char *) element->name);

  return cp_html_tag_is_block (tag) || tag == CP_HTML_BREAK ? '\n' : ' ';
}

/**
 * cp_html_dup_short_text:
 * @element: an element
 * @max_length: how many bytes are still short
 *
 * Looks at a few nodes only, however many there are in @element: hostile pages nest elements of the same class.
 *
 * Returns: (transfer full) (nullable): the text in @element, its lines divided by line breaks, or %NULL when it is longer
 */
char *
cp_html_dup_short_text (xmlNode *element,
                        gsize    max_length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  xmlNode *node = element->children;

  for (int n_nodes = 0; node != NULL; n_nodes++)
    {
      if (node->type == XML_TEXT_NODE && node->content != NULL)
        g_string_append (text, (const char *) node->content);

      if (text->len > max_length || n_nodes > MAX_SHORT_NODES)
        return NULL;

      if (node->type == XML_ELEMENT_NODE)
        g_string_append_c (text, get_divider (node));

      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }

      while (node != element && node->next == NULL)
        {
          node = node->parent;
          g_string_append_c (text, get_divider (node));
        }

      node = node != element ? node->next : NULL;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
