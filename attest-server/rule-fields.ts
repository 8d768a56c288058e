import { features } from '../shared/features/index.js'
import { tellShapes } from '../shared/wire/tells.js'
import { visitIds } from './core/kinds/visit.js'
import { documentedFields } from './core/rules/fields/documented-fields.js'
import { type FieldRegistry, makeFields } from './core/rules/fields/field.js'
import { observationFields } from './core/rules/fields/observation-fields.js'
import { publicFacts } from './facts/public-facts.js'

/** All that a rule may ask about: what is documented, and every Observation that has a public name. */
export const ruleFields: FieldRegistry = makeFields([
  ...documentedFields,
  ...observationFields({ tells: tellShapes, features, others: [...publicFacts, ...visitIds.map((id) => ({ id }))] }),
])
