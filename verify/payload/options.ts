/** What came with a verdict that was bound to it. */
export interface PresentedPayload {
  /** The form's field `vouchsafe-salt`, or the request's header `Vouchsafe-Salt`. */
  readonly salt: unknown
  /**
   * What the page has bound. Of a request: the body's exact text or bytes. Of a form: its fields, as `URLSearchParams`, `FormData`, pairs of name and value, or an object as
   * body parsers make it, with a list where a name came several times. `undefined`, and whatever else is neither, is no body, and not an empty one.
   */
  readonly body: unknown
  /** Which of a form's fields has the token, if the page's `data-field` names another than `vouchsafe-token`: that one is not bound. */
  readonly field?: string | undefined
}

/** @throws TypeError for what is no name of a field. */
export function checkField(field: unknown): void {
  if (field === undefined || (typeof field === 'string' && field !== '')) return
  throw new TypeError('field: give the name of the field that has the token, or leave it out.')
}

/** @throws TypeError where the caller's own argument makes no sense. */
export function checkPayloadOption(payload: unknown): void {
  const isPresented = typeof payload === 'object' && payload !== null && 'salt' in payload && 'body' in payload
  if (isPresented) checkField((payload as PresentedPayload).field)
  if (payload === undefined || payload === true || isPresented) return
  throw new TypeError('payload: give true, or with each verdict what came with it: { salt, body }.')
}
