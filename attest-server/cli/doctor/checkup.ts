import type { Config } from '../../config.js'

/** What was found. `worth-knowing` is no reason not to start. */
export interface Finding {
  readonly state: 'good' | 'worth-knowing' | 'bad'
  readonly said: string
  /** What to do. */
  readonly advice?: string
}

/** One thing to look at, which changes nothing. */
export interface Checkup<Patient> {
  readonly name: string
  /** @returns undefined where there is nothing to look at. */
  examine(patient: Patient, config: Config): Promise<Finding | undefined>
}

export const good = (said: string): Finding => ({ state: 'good', said })
export const worthKnowing = (said: string, advice: string): Finding => ({ state: 'worth-knowing', said, advice })
export const bad = (said: string, advice: string): Finding => ({ state: 'bad', said, advice })
