/** Characters that mean something to Markdown, HTML or GitHub somewhere in a line. */
const syntax = /[!"#$%&*+:;<=>?@[\\\]^_`{|}~]/g

/** A space without width: whatever GitHub looks for in a text is none with it inside. */
const nothing = '\u200b'

/**
 * Text of strangers for a place within a line of Markdown: the subject of a commit, an author, a branch. It is shown as it
 * is, on one line: no markup, no link, no picture, and nobody is mentioned, no issue referred to. GitHub looks for those
 * in what is shown, so that an entity alone does not keep it from them. Marks of direction are left out: with them, a text
 * would turn what stands behind it.
 */
export const foreignText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replaceAll(/[@#]|\bGH-(?=\d)|:(?=\/\/)|\bwww\.|:(?=[\w+-]+:)|\b(?:mailto|xmpp):/gi, `$&${nothing}`)
    .replaceAll(syntax, (character) => `&#${character.charCodeAt(0)};`)

/** The same for a text with code between single back ticks, which stays as it is: GitHub looks for nothing in code. */
export const foreignProse = (text: string): string =>
  text
    .split(/((?<!`)`[^`\s](?:[^`\n]*[^`\s])?`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : foreignPart(part)))
    .join('')
    .trim()

/** Foreign text beside code, with the spaces around it. */
const foreignPart = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${foreignText(text)}${/\s$/.test(text) ? ' ' : ''}`
