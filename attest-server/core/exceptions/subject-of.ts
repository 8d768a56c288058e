/** Who asked for a verdict. */
export interface Visitor {
  readonly session: string
  /** Of the device key that signed the evidence; undefined where none did. */
  readonly thumbprint: string | undefined
}

/**
 * Whom an exception is bound to: the device key, which cannot be handed on, and outlives the tab; where nothing was signed, the
 * session, which is all there is.
 */
export const subjectOf = ({ session, thumbprint }: Visitor): string =>
  thumbprint === undefined ? `session:${session}` : `device:${thumbprint}`

/** Whether a subject is a session, which anybody can name. */
export const isOfSession = (subject: string): boolean => subject.startsWith('session:')
