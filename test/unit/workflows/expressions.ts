import { data, Evaluator, Lexer, Parser, wellKnownFunctions } from '@actions/expressions'

/** What expressions in a workflow may look at, by the names of the contexts: `github`, `inputs`, `secrets`. */
export type Contexts = Readonly<Record<string, unknown>>

/** The value of an expression, by GitHub's own evaluator, as text. */
const result = (expression: string, contexts: Contexts): string => {
  const { tokens } = new Lexer(expression).lex()
  const parsed = new Parser(tokens, Object.keys(contexts), Object.values(wellKnownFunctions)).parse()
  const known: data.ExpressionData = JSON.parse(JSON.stringify(contexts), data.reviver)
  if (!(known instanceof data.Dictionary)) throw new Error('Contexts are objects')
  return new Evaluator(parsed, known).evaluate().coerceString()
}

/** Fills in what stands between `${{` and `}}`, as GitHub does before a step begins. */
export const fill = (text: unknown, contexts: Contexts): string =>
  String(text).replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => result(expression, contexts))

/** Whether an `if` holds; one that is not there does. */
export const holds = (condition: string | undefined, contexts: Contexts): boolean =>
  condition === undefined || result(`(${condition}) && true || false`, contexts) === 'true'
