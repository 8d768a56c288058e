import type { Action } from '../../shared/wire/verdict.js'
import type { Rejection } from './rejection.js'

/** Of the way from evidence to verdict, in the order in which they are passed. Forms pass the last five alone. */
export const stages = ['parse', 'checks', 'claim', 'summary', 'reveal', 'history', 'facts', 'score', 'rules', 'record', 'sign'] as const
export type Stage = (typeof stages)[number]

/** How visitors come to a verdict: by evidence, or by the form without JavaScript. */
export const ways = ['script', 'noscript'] as const
export type Way = (typeof ways)[number]

/** One evidence or form on its way. It ends in one of `asked`, `ended` and `rejected`, or in an exception. */
export interface Submission {
  /** A stage is over; the next begins. */
  lap(stage: Stage): void
  /** Whose page it is from is known. */
  of(projectId: string): void
  /** Its integrity is beyond doubt. */
  verified(): void
  /** It was asked for slices of its trace, and will come again. */
  asked(): void
  /** The browser was told this. */
  ended(action: Action): void
  rejected(reason: Rejection['reason']): void
}

/** Whom the core tells how far visitors get, and how long it takes: for those who operate the server. Never who they are. Must not throw. */
export interface Observer {
  /** A challenge or form was given out. */
  challenged(way: Way, projectId: string): void
  /** Evidence or a form came back. */
  submitted(way: Way): Submission
}

const ignore = () => undefined
/** What nobody is told of. */
export const unwatched: Submission = { lap: ignore, of: ignore, verified: ignore, asked: ignore, ended: ignore, rejected: ignore }

/** For servers that nobody watches. */
export const unobserved: Observer = { challenged: ignore, submitted: () => unwatched }
