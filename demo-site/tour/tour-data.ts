import { existsSync, readFileSync } from 'node:fs'
import type { Ingredients } from 'vouchsafe/drill'

/** A bot of the fleet, as its own source tells of it. */
export interface BotCard extends Ingredients {
  readonly name: string
  readonly says: string
  /** What takes hold of the page, in words. */
  readonly group: string
  readonly hook: 'browser' | 'page' | 'desk' | 'no browser'
  /** Why nobody but the tests of the repository can send it. */
  readonly leftOut?: string
  readonly path: string
}

/** The file that computes a fact. */
export interface FactSource {
  readonly path: string
  readonly says: string
  /** Highlighted, as HTML: by our own build, of our own source. */
  readonly code: string
  readonly lines: number
  /** Where the documentation tells of it, below `/docs/`. */
  readonly docs: string
  /** Of a feature: under which title it is counted. */
  readonly group?: string
  /** Of a feature: how many events of each sort it takes. */
  readonly needs?: Readonly<Record<string, number>>
}

/** What `tools/tour/` has read from the sources. */
export interface TourData {
  readonly bots: readonly BotCard[]
  readonly facts: Readonly<Record<string, FactSource>>
  readonly backend: { readonly code: string; readonly plain: string }
}

const nothing: TourData = { bots: [], facts: {}, backend: { code: '', plain: '' } }

/** @returns nothing of all where the build has not written it */
export const readTour = (file: URL): TourData => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TourData) : nothing)
