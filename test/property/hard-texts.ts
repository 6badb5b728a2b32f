import fc, { type Arbitrary } from 'fast-check'

/** Texts that mean something to one of the languages which values end up in, or that break a careless writer. */
export const hardTexts: readonly string[] = [
  // Quotes and ends of lines.
  '',
  ' ',
  ' leading and trailing ',
  '"',
  "'",
  '"quoted"',
  `it's "both" \\ and a backslash`,
  'ends with a backslash\\',
  'first\nsecond',
  'first\r\nsecond\n\n  third\n',
  '\n',
  'a\ttab',
  'line\u2028separator\u2029',
  'next\u0085line',
  // nginx.
  'example.com; return 200',
  '$host',
  '${host}',
  '$',
  '$$',
  'a}b{c;d#e',
  'max-age=60; includeSubDomains',
  "default-src 'self'; img-src https://*.example.com data:",
  '~^(?<name>.+)$',
  // supervisor's expansions, ini files, cron.
  '%',
  '%%',
  '100%',
  '%(ENV_HOME)s',
  '%(program_name)s',
  'a ; not a comment',
  '; comment',
  '# comment',
  '[program:other]',
  'a=b,c="d"',
  '* * * * * root reboot',
  'name\ncommand=reboot',
  // A shell and a Dockerfile.
  '$(reboot)',
  '`reboot`',
  '$HOME ${PATH} $1 "$@"',
  '&& reboot || true; reboot & > /dev/null',
  '*?[a-z]~!{a,b}',
  '-rf',
  '--option=value',
  '\\n\\t\\0',
  'FROM scratch\nRUN reboot',
  '["exec", "form"]',
  '<<EOF\nEOF\n',
  // Templates, GitHub.
  '{{ secrets }}',
  '{% include "/etc/passwd" %}',
  '{# comment #}',
  '${{ secrets.TOKEN }}',
  '::error::injected',
  // YAML.
  'no',
  'null',
  '~',
  '1.10',
  '0o17',
  '0x1F',
  '1e3',
  '- item',
  'key: value',
  '*alias',
  '&anchor',
  '!tag',
  '<<',
  '---',
  '@at',
  // Unicode: composed and not, beyond 16 bits, from right to left, without width.
  'größe',
  'u\u0308mlaut',
  '日本語',
  '🚀👩‍👩‍👧',
  '\u202Ertl',
  'zero\u200Bwidth',
  '\uFEFFbom',
  'bell\u0007escape\u001B[31m',
  '\u007F',
  // Names of what is inherited.
  '__proto__',
  'constructor',
  'toString',
  // Paths.
  '../../etc/passwd',
  '/etc/passwd',
  'a/./b//c',
  // Long.
  'x'.repeat(300),
  'long '.repeat(1000),
]

/** Texts that no value of a container or process can hold. */
export const impossibleTexts: readonly string[] = ['\0', 'a\0b']

/** Random texts of all of Unicode, most of them in ASCII. (fast-check's own take seconds to be made ready.) */
export const randomText: Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.integer({ min: 32, max: 126 }), weight: 5 },
      fc.integer({ min: 1, max: 0x10ffff }),
    ),
    {
      maxLength: 60,
      size: 'max',
    },
  )
  .map((points) => String.fromCodePoint(...points).toWellFormed())
