import { features } from '../../../../shared/features/index.js'
import { tellShapes } from '../../../../shared/wire/tells.js'
import { visitIds } from '../../kinds/visit.js'
import { type DocumentedValues, documentedFields } from '../fields/documented-fields.js'
import { type FieldRegistry, makeFields } from '../fields/field.js'
import { observationFields } from '../fields/observation-fields.js'

/** All fields but the server's facts, which core may not know. */
export const knownFields: FieldRegistry = makeFields([
  ...documentedFields,
  ...observationFields({ tells: tellShapes, features, others: visitIds.map((id) => ({ id })) }),
])

/** A session of which only the score is known. */
export const blank: DocumentedValues = {
  score: 55,
  band: 'likely_human',
  verified_bot: false,
  verified_bot_category: null,
  'js_detection.passed': null,
  static_resource: false,
  detection_ids: [],
  path: null,
  ip: null,
  country: null,
  ua: null,
  'behavioral.mouse_entropy': null,
  'behavioral.scroll_velocity': null,
  'behavioral.visibility_changes': null,
  'behavioral.first_input_delay_ms': null,
}
