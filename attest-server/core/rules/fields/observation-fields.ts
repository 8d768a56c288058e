import type { Feature } from '../../../../shared/features/reading/feature.js'
import type { ObservationId } from '../../../../shared/observation.js'
import type { TellShape } from '../../../../shared/wire/tells.js'
import type { Field, FieldType } from './field.js'

/** Something else that is observed: a fact of the server, or what was counted on the page. Numbers unless it says otherwise. */
interface OtherSource {
  readonly id: ObservationId
  readonly type?: Exclude<FieldType, 'id-list'>
}

/** The lists of what may be observed, as they are: a tell, feature or fact more is a field more. */
export interface ObservationSources {
  /** `tellShapes` */
  readonly tells: Readonly<Record<string, TellShape>>
  /** `features` */
  readonly features: readonly Pick<Feature, 'id' | 'range'>[]
  /** `facts`, with a type where one is no number, and whatever else is observed. */
  readonly others: readonly OtherSource[]
}

/** `input.press-dwell` → `press dwell` */
const wordsOf = (id: string): string => id.slice(id.indexOf('.') + 1).replaceAll(/[.-]/g, ' ')

function tellField(id: string, { type, classes }: TellShape): Field {
  const what = type === 'boolean' ? 'true where it is seen' : classes === undefined ? 'a count' : `a class from 0 to ${classes - 1}`
  return { name: id, type, nullable: true, description: `Automation tell "${wordsOf(id)}": ${what}.` }
}

const featureField = ({ id, range: [least, most] }: Pick<Feature, 'id' | 'range'>): Field => ({
  name: id,
  type: 'number',
  nullable: true,
  description: `Behaviour "${wordsOf(id)}", from ${least} to ${most}.`,
})

const otherField = ({ id, type = 'number' }: OtherSource): Field => ({
  name: id,
  type,
  nullable: true,
  description: `Seen by the server, "${wordsOf(id)}" of the ${id.slice(0, id.indexOf('.'))}.`,
})

/**
 * A field for every Observation. All are nullable: an observation that is unsupported or failed is unknown.
 * @param describe what there is to say of an id; without it, a description is made of its name.
 */
export function observationFields(
  { tells, features, others }: ObservationSources,
  describe: (id: string) => string | undefined = () => undefined,
): readonly Field[] {
  const fields = [
    ...Object.entries(tells).map(([id, shape]) => tellField(id, shape)),
    ...features.map(featureField),
    ...others.map(otherField),
  ]
  return fields.map((field) => ({ ...field, description: describe(field.name) ?? field.description }))
}
