/**
 * A text as a string of nginx that stands for exactly this text. Between double quotes, nginx gives a meaning to the
 * quote, the backslash and `$` alone. It has no escape for the last: `nginx.conf` has a variable that holds one.
 */
export const nginxText = (text: string): string =>
  `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll('$', '$${jetee_dollar}')}"`

/** Bytes that a word of nginx's configuration may have at most: it is read into a buffer of 4096. */
export const longestNginxText = 4000
