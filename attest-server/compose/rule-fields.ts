import type { FieldRegistry } from '../core/rules/fields/field.js'
import { makeRuleFields } from '../core/rules/fields/make-rule-fields.js'
import { publicFacts } from '../facts/public-facts.js'

/** All that a rule may ask about: what is documented, and every Observation that has a public name. */
export const ruleFields: FieldRegistry = makeRuleFields(publicFacts)
