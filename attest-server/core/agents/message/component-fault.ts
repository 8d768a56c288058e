import type { FieldFault } from '../fields/parse-field.js'

/** Why a covered component has no value that could be signed (RFC 9421 §2.5: then there is no signature base). */
export type ComponentFault =
  /** Not a string, or a name with capitals or other characters. */
  | 'component-malformed'
  /** `@…` that RFC 9421 §2.2 does not know. */
  | 'component-unknown'
  /** The message does not have it, or not in that form. */
  | 'component-missing'
  /** A query parameter that comes more than once. */
  | 'component-ambiguous'
  /** Covered twice. */
  | 'component-repeated'
  /** `@status` of a request, or `;req` in one. */
  | 'component-not-of-request'
  /** A request's component of a response, without `;req`. */
  | 'component-not-of-response'
  /** A parameter that the component does not take, or of the wrong type. */
  | 'component-parameter'
  /** `;bs` wants single lines, and servers join them; `;tr` wants trailers, which come too late to judge a request by. */
  | 'component-unsupported'
  /** Control characters or letters beyond ASCII: they could forge another line of the base. */
  | 'component-characters'
  /** `;sf` of a field whose type is not known here, or a field that is not what it should be. */
  | FieldFault
