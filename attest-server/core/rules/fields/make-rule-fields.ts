import { features } from '../../../../shared/features/index.js'
import type { ObservationId } from '../../../../shared/observation.js'
import { tellShapes } from '../../../../shared/wire/tells.js'
import { visitIds } from '../../kinds/visit.js'
import { documentedFields } from './documented-fields.js'
import { type FieldRegistry, makeFields } from './field.js'
import { observationFields } from './observation-fields.js'

/** Every field that rules may name, when they are saved and when they are asked. @param facts of the server, by their public names */
export const makeRuleFields = (facts: readonly { readonly id: ObservationId }[]): FieldRegistry =>
  makeFields([
    ...documentedFields,
    ...observationFields({ tells: tellShapes, features, others: [...visitIds, ...facts.map(({ id }) => id)].map((id) => ({ id })) }),
  ])
