/** A request as far as a signature can cover it. */
export interface RequestMessage {
  /** As it was sent: methods are case-sensitive. */
  readonly method: string
  /** Absolute, as the client addressed it: scheme and authority are the public ones, not those behind a proxy. At most 8,192 characters. */
  readonly url: string
  /** By lower-case name; several lines of one name joined with `, ` (RFC 9110 §5.3). */
  readonly headers: ReadonlyMap<string, string>
}

/** A response with the request that it answers: `;req` components are of that. */
export interface ResponseMessage {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly request: RequestMessage
}

export type HttpMessage = RequestMessage | ResponseMessage

export const isResponse = (message: HttpMessage): message is ResponseMessage => 'status' in message
