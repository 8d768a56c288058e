import type { Field } from './field.js'

/** As the score falls against the project's threshold. `confident_automated` is known to clients of the API, and never given by us. */
const BANDS = ['not_computed', 'definite', 'confident_automated', 'likely_automated', 'likely_human', 'verified'] as const

/** IPv4 or IPv6, roughly: enough to tell an address from a range. */
const ADDRESS = { pattern: /^[\dA-Fa-f.:]{2,45}$/, says: 'one address, such as "203.0.113.7"; ranges are not matched' } as const

/** The fields that the sessions API documents. More are additive: no rule that was saved may stop to compile. */
export const documentedFields = [
  { name: 'score', type: 'number', nullable: false, description: '1 (surely a bot) to 99 (surely a person); 0 is not computed.' },
  { name: 'band', type: 'string', nullable: false, values: BANDS, description: 'Where the score falls against the threshold.' },
  { name: 'verified_bot', type: 'boolean', nullable: false, description: 'Proved to be the crawler or agent that it says it is.' },
  { name: 'verified_bot_category', type: 'string', nullable: true, description: 'What a verified bot is for, such as "search".' },
  { name: 'js_detection.passed', type: 'boolean', nullable: true, description: 'Whether the probes of the page found a usual browser.' },
  { name: 'static_resource', type: 'boolean', nullable: false, description: 'Whether the request is for an asset.' },
  { name: 'detection_ids', type: 'id-list', nullable: false, description: 'Numbers of all detections that fired.' },
  { name: 'path', type: 'string', nullable: true, description: 'Path of the request, such as "/login".' },
  { name: 'ip', type: 'string', nullable: true, shape: ADDRESS, description: 'Address of the client.' },
  { name: 'country', type: 'string', nullable: true, description: 'ISO 3166-1 code of the country, such as "DE".' },
  { name: 'ua', type: 'string', nullable: true, description: 'User agent as the client sent it.' },
  { name: 'behavioral.mouse_entropy', type: 'number', nullable: true, description: 'Disorder of pointer movement, 0 to 1.' },
  { name: 'behavioral.scroll_velocity', type: 'number', nullable: true, description: 'Speed of scrolling, in pixels a second.' },
  { name: 'behavioral.visibility_changes', type: 'number', nullable: true, description: 'How often the page was hidden or shown.' },
  { name: 'behavioral.first_input_delay_ms', type: 'number', nullable: true, description: 'Time to the first input, in milliseconds.' },
] as const satisfies readonly Field[]

type Documented = (typeof documentedFields)[number]
interface ValueOf {
  readonly number: number
  readonly boolean: boolean
  readonly string: string
  readonly 'id-list': readonly number[]
}

/** A value for every documented field; null only where it may be unknown. */
export type DocumentedValues = {
  readonly [F in Documented as F['name']]: ValueOf[F['type']] | (F['nullable'] extends true ? null : never)
}
