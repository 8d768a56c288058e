import { botEvidence } from '../../evidence/scale.js'
import type { VerificationSignal, View } from '../signal.js'

type Given = Pick<VerificationSignal, 'name' | 'weight' | 'source'>

/** What detection signals weigh together, as far as they are there; NaN where none is. */
function evidenceOf(view: View, names: readonly string[]): number {
  const known = names.map((name) => view.evidenceOf(name)).filter((llr) => !Number.isNaN(llr))
  return known.length > 0 ? known.reduce((sum, llr) => sum + llr, 0) : Number.NaN
}

/** A signal of the body that is the reverse of detection signals: the same rows of the same card. */
export const ofEvidence = ({ name, weight, source }: Given, names: readonly string[]): VerificationSignal => ({
  ...{ name, dimension: 'body', weight, scale: botEvidence, source },
  read: (view) => evidenceOf(view, names),
})
