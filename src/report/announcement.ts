/** What a run is about to bring to a server, or to take from it, once that is known: before anything there is changed. */
export interface Announcement {
  readonly action: 'deploy' | 'remove'
  /** The command's words, such as `build all`. */
  readonly command: string
  readonly configuration: string
  readonly project: string
  /** Environment of GitHub that it is recorded under. */
  readonly environment: string
  readonly production: boolean
  /** Full name of the commit; undefined for a removal. */
  readonly commit: string | undefined
  /** Addresses of the site; none for a project without a web process. */
  readonly urls: readonly string[]
  /** `user@host:port`. */
  readonly where: string
  /** Number of the pull request whose preview it is. */
  readonly preview: number | undefined
  /** Seconds without an update after which a preview goes by itself; undefined for never. */
  readonly expiresSeconds?: number | undefined
  /** Variable of the step that holds the password of a preview's site; undefined where everybody may look. */
  readonly password?: string | undefined
}
