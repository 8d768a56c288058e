import type { Observations } from '../../../shared/observation.js'
import type { Settings } from '../../stores/ports.js'
import type { Identity } from './verified.js'

const NOTHING: Observations = new Map()

/** What is weighed of a visit: nothing, where the question is over before. Who proved who it is passes, where the project lets such pass (BOT-52). */
export async function weighable(
  observations: Observations,
  { state }: Identity,
  projectId: string,
  settings: Pick<Settings, 'of'>,
): Promise<Observations> {
  return state === 'verified' && (await settings.of(projectId)).allowVerified ? NOTHING : observations
}
