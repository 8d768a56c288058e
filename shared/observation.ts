export type Scalar = boolean | number | string

/** One fact about the client, or why there is none. Absence is a state with a cause, never `false`. */
export type Observation<T extends Scalar = Scalar> =
  | { readonly state: 'ok'; readonly value: T }
  | { readonly state: 'unsupported' }
  | { readonly state: 'failed'; readonly reason: string }

/** Who observed: `tell` and `input` come from the client, every other namespace only from the server. */
type ClientNamespace = 'tell' | 'input'
export type ServerNamespace = 'net' | 'http' | 'pow' | 'device' | 'session' | 'visit'
export type ObservationId = `${ClientNamespace | ServerNamespace}.${string}`

export type Observations = ReadonlyMap<ObservationId, Observation>

export const seen = <T extends Scalar>(value: T): Observation<T> => ({ state: 'ok', value })
export const unsupported: Observation<never> = { state: 'unsupported' }
/** @param reason a short code such as `timeout`, at most 24 characters; it crosses the wire. */
export const failed = (reason: string): Observation<never> => ({ state: 'failed', reason })
