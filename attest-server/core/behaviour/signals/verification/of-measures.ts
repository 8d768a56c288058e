import type { ObservationId } from '../../../../../shared/observation.js'
import type { Table } from '../../evidence/scale.js'
import type { VerificationSignal } from '../signal.js'

type Given = Pick<VerificationSignal, 'name' | 'weight' | 'source'>

/** A signal of the body that is a number of its own. @param as what is asked of the number */
export const ofMeasure = (
  { name, weight, source }: Given,
  id: ObservationId,
  scale: Table,
  as: (value: number) => number = (value) => value,
): VerificationSignal => ({ name, dimension: 'body', weight, scale, source, read: ({ numberOf }) => as(numberOf(id)) })
