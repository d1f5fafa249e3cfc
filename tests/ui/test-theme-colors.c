/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hues of themes stay apart, from the page and from each other, for everybody. */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

#include "cp-theme-colors.h"

/* Machado, Oliveira & Fernandes 2009, severity 1.0: how normal, protan, deutan and tritan eyes see linear RGB. */
static const double eyes[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static void
get_linear (guint    index,
            gboolean dark,
            double   linear[3])
{
  GdkRGBA rgba;

  cp_theme_colors_get_rgba (index, dark, &rgba);
  linear[0] = to_linear (rgba.red);
  linear[1] = to_linear (rgba.green);
  linear[2] = to_linear (rgba.blue);
}

/* Ottosson's Oklab, in which equal distances look about equally far. */
static void
get_oklab (const double linear[3],
           const double eye[3][3],
           double       lab[3])
{
  double c[3], l, m, s;

  for (int i = 0; i < 3; i++)
    c[i] = MAX (0.0, eye[i][0] * linear[0] + eye[i][1] * linear[1] + eye[i][2] * linear[2]);

  l = cbrt (0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
  m = cbrt (0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
  s = cbrt (0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
get_distance (guint    a,
              guint    b,
              gboolean dark,
              guint    eye)
{
  double linear_a[3], linear_b[3], lab_a[3], lab_b[3];

  get_linear (a, dark, linear_a);
  get_linear (b, dark, linear_b);
  get_oklab (linear_a, eyes[eye], lab_a);
  get_oklab (linear_b, eyes[eye], lab_b);

  return sqrt (pow (lab_a[0] - lab_b[0], 2) + pow (lab_a[1] - lab_b[1], 2) + pow (lab_a[2] - lab_b[2], 2));
}

/* WCAG 2 relative luminance. */
static double
get_luminance (const double linear[3])
{
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

static void
test_any_two_hues_stay_apart_for_all_eyes (gconstpointer data)
{
  gboolean dark = GPOINTER_TO_INT (data);

  for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
    {
      for (guint a = 0; a < CP_N_THEME_COLORS; a++)
        {
          for (guint b = a + 1; b < CP_N_THEME_COLORS; b++)
            g_assert_cmpfloat (get_distance (a, b, dark, eye), >=, 0.06);
        }
    }
}

static void
test_each_hue_shows_on_the_page (gconstpointer data)
{
  gboolean dark = GPOINTER_TO_INT (data);
  double page = dark ? to_linear (0x30 / 255.0) : 1.0;

  for (guint i = 0; i < CP_N_THEME_COLORS; i++)
    {
      double linear[3], luminance;

      get_linear (i, dark, linear);
      luminance = get_luminance (linear);
      g_assert_cmpfloat ((MAX (page, luminance) + 0.05) / (MIN (page, luminance) + 0.05), >=, 3.0);
    }
}

static void
test_hues_begin_again_past_the_last (void)
{
  g_assert_cmpstr (cp_theme_colors_get (CP_N_THEME_COLORS + 2, FALSE), ==, cp_theme_colors_get (2, FALSE));
  g_assert_cmpstr (cp_theme_colors_get_class (CP_N_THEME_COLORS), ==, "theme-0");
}

static void
test_a_widget_carries_one_hue_at_a_time (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

  cp_theme_colors_set_class (widget, 3);
  cp_theme_colors_set_class (widget, 5);
  g_assert_false (gtk_widget_has_css_class (widget, "theme-3"));
  g_assert_true (gtk_widget_has_css_class (widget, "theme-5"));

  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/theme-colors/apart/light", GINT_TO_POINTER (FALSE),
                        test_any_two_hues_stay_apart_for_all_eyes);
  g_test_add_data_func ("/theme-colors/apart/dark", GINT_TO_POINTER (TRUE),
                        test_any_two_hues_stay_apart_for_all_eyes);
  g_test_add_data_func ("/theme-colors/contrast/light", GINT_TO_POINTER (FALSE), test_each_hue_shows_on_the_page);
  g_test_add_data_func ("/theme-colors/contrast/dark", GINT_TO_POINTER (TRUE), test_each_hue_shows_on_the_page);
  g_test_add_func ("/theme-colors/begin-again", test_hues_begin_again_past_the_last);
  g_test_add_func ("/theme-colors/one-class", test_a_widget_carries_one_hue_at_a_time);

  return g_test_run ();
}
