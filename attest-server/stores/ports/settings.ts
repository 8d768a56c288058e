import type { EpochSeconds } from '../../../shared/units.js'

/** What a project's owner says about its verdicts. */
export interface ProjectSettings {
  readonly allowVerified: boolean
  readonly protectStatic: boolean
  readonly blockDefinite: boolean
  readonly challengeLikely: boolean
  /** From 1 to 99: scores below are taken for bots. */
  readonly threshold: number
  /** Who is turned away by soft evidence is told so some time later, and the owner at once: see `core/deferral`. */
  readonly delayEnforcement: boolean
  /** For how many hours what visitors show of their movement is kept beside their verdicts; 0: it is dropped once it is judged. */
  readonly keepMovementHours: number
  readonly scoringEnabledAt?: EpochSeconds
  /** Higher after each change of settings or rules: part of the name under which a verdict is cached. */
  readonly rev: number
}

export type SettingsChanges = Partial<Omit<ProjectSettings, 'rev' | 'scoringEnabledAt'>>

/** Observe first: nobody is turned away before the owner says so (BOT-53, BOT-54). */
export const defaultSettings: ProjectSettings = {
  allowVerified: true,
  protectStatic: true,
  blockDefinite: false,
  challengeLikely: false,
  threshold: 30,
  delayEnforcement: false,
  keepMovementHours: 0,
  rev: 0,
}

/** Whoever changes something has made sure that the project exists. */
export interface Settings {
  /** The defaults where nothing was ever changed. */
  of(projectId: string): Promise<ProjectSettings>
  /** @returns all of them afterwards. Changes of different settings at once both last. */
  change(projectId: string, changes: SettingsChanges): Promise<ProjectSettings>
  /** @returns `true` to exactly one caller: scoring is on from then on. */
  enableScoring(projectId: string, now: EpochSeconds): Promise<boolean>
}
