/** Where what comes from the server is shown: a terminal, with its size in characters, or any other stream. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  readonly rows?: number | undefined
}
