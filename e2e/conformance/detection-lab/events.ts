import { check, equal, field, holds, numberAt, status } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import { humanLabEvents, type LabEvent } from '../traffic/lab-events.js'

/** Of each type, the fields that the document lists, and a signal that is missing without it. */
const types: readonly { readonly id: string; readonly type: string; readonly fields: readonly string[]; readonly signal: string }[] = [
  { id: 'LAB-10', type: 'mousemove', fields: ['x', 'y', 'isTrusted', 'timestamp_ms'], signal: 'mouse_curvature' },
  {
    id: 'LAB-11',
    type: 'click',
    fields: ['x', 'y', 'elem_center_x', 'elem_center_y', 'element_id', 'isTrusted', 'timestamp_ms'],
    signal: 'click_offset',
  },
  { id: 'LAB-12', type: 'keydown', fields: ['key', 'delay_ms', 'isTrusted', 'timestamp_ms'], signal: 'keystroke_timing' },
  {
    id: 'LAB-13',
    type: 'scroll',
    fields: ['delta_y', 'delta_mode', 'pause_after_ms', 'scroll_y', 'isTrusted', 'timestamp_ms'],
    signal: 'scroll_cadence',
  },
  { id: 'LAB-14', type: 'hover', fields: ['element_id', 'isTrusted', 'timestamp_ms'], signal: 'hover_before_click' },
  { id: 'LAB-15', type: 'fingerprint', fields: ['data', 'timestamp_ms'], signal: 'fingerprint' },
  { id: 'LAB-16', type: 'page_enter', fields: ['page', 'word_count', 'timestamp_ms'], signal: 'reading_time' },
  { id: 'LAB-17', type: 'page_leave', fields: ['page', 'timestamp_ms'], signal: 'reading_time' },
]

const post = async (client: Client, events: readonly unknown[]) =>
  client.post('/api/score', { events }, { 'x-api-key': await client.keys.detlab() })

const only = (event: LabEvent, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(event).filter(([name]) => name === 'type' || fields.includes(name)))

/** The eight types of events: each is read with the listed fields alone, and is what its signal is computed from. */
export const labEvents: readonly Item[] = types.map(
  ({ id, type, fields, signal }): Item => ({
    id,
    source: 'S',
    says: `${type} is read by ${fields.join(', ')}; ${signal} is computed from it`,
    run: async (client) => {
      const all = humanLabEvents().map((event) => (event.type === type ? only(event, fields) : event))
      const [whole, without] = [
        await post(client, all),
        await post(
          client,
          all.filter((event) => event.type !== type),
        ),
      ]
      const given = all.filter((event) => event.type === type).every((event) => fields.every((name) => name in event))
      const isTold = Number.isFinite(numberAt(whole, `signals.${signal}.score`))
      // Nobody hovers is something to see where there are clicks; a page that is not left may still have been read.
      const mayStay = ['hover', 'page_leave'].includes(type)
      const changed = [field(whole, `signals.${signal}`), field(without, `signals.${signal}`)]
      return check(
        holds('the events have all listed fields', given),
        status(whole, 200),
        status(without, 200),
        holds(`${signal} is told`, isTold),
        mayStay ? undefined : equal(`${signal} without them`, field(without, `signals.${signal}.status`), 'missing'),
        type === 'hover' ? holds('hovering makes a difference', JSON.stringify(changed[0]) !== JSON.stringify(changed[1])) : undefined,
      )
    },
  }),
)
