import { matchesGlob } from 'node:path/posix'
import { z } from 'zod'
import { ref } from './fields.ts'

/** The names and globs under `branches`, and what they match. */

/** What a glob may have beside the letters of a name; `**` stands alone between slashes. */
const wildcards = /(?<=^|\/)\*\*(?=\/|$)|\*(?!\*)|\?|\[!?[A-Za-z0-9_.-]+\]/g

/** A branch or tag by its name, or a glob for several: git's own rules for names, with wildcards beside. */
export const branchPattern = z
  .union([z.string(), z.number()], 'must be text')
  .transform(String)
  .pipe(
    z
      .string()
      .refine((text) => isLoneStars(text), 'must have `**` alone between slashes, as in release/**')
      .refine(
        (text) => !isLoneStars(text) || ref.safeParse(text.replace(wildcards, 'x')).success,
        'must be a branch, a tag or a glob of such, in letters, digits and . _ / + @ = # -, with * ? [a-z] or ** as wildcards',
      ),
  )

const isLoneStars = (text: string): boolean => !/[^/]\*\*|\*\*[^/]/.test(text)

/** The name of an environment of GitHub: at most 255 characters, on one line. */
export const environmentName = z
  .string()
  .regex(
    /^[^\p{C}\p{Zl}\p{Zp}\s](?:[^\p{C}\p{Zl}\p{Zp}]{0,253}[^\p{C}\p{Zl}\p{Zp}\s])?$/u,
    'must be the name of an environment: text on one line, at most 255 characters',
  )

/** Whether a pattern is a glob. */
const isGlob = (pattern: string): boolean => /[*?[]/.test(pattern)

/** Whether a pattern matches a branch or tag: `*` and `?` stop at `/`, `**` does not; case counts. */
export const matches = (name: string, pattern: string): boolean =>
  isGlob(pattern) ? matchesGlob(name, pattern) : name === pattern

/** Compares two patterns that match, the more specific one first: exact before glob, then the longer one. */
export const bySpecificity = (a: string, b: string): number =>
  Number(isGlob(a)) - Number(isGlob(b)) || b.length - a.length
