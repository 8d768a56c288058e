/** Names and spellings that the page, the attest-server and the backend have to share. */

/** The form field, and the query parameter of the path without JavaScript, in which a verdict travels. */
export const TOKEN_FIELD = 'vouchsafe-token'

/** The page action of verdicts that were asked for without one. */
export const DEFAULT_PAGE_ACTION = 'view'

/** A site key: `pk_` and 4 to 64 letters of base64url. Those that the server makes have 22; the test keys are words. */
export const SITE_KEY = /^pk_[\w-]{4,64}$/

/** What a page may call what it wants to do. */
export const PAGE_ACTION = /^[a-z0-9_/-]{1,32}$/
