import { fnv1a } from './fnv-1a.js'

/** To whom a recording belongs. */
export interface Origin {
  readonly source: string
  readonly user: string
  readonly label: 'human' | 'bot'
  readonly kind: string
}

/** One source of people that no fit has seen: another recorder, another task, other people. */
const UNSEEN_PEOPLE: readonly string[] = ['balabit']
/** Kinds of bots that no fit has seen, as `source` or `source/kind`. */
const UNSEEN_BOTS: readonly string[] = [
  'delbot-circles',
  'synthetic/human-curve',
  'synthetic/minimum-jerk-noise',
  'synthetic/perlin-drift',
  'synthetic/catmull-rom',
  'synthetic/sigma-lognormal',
  'synthetic/chase',
]
/** Its terms allow non-commercial use only: it may test, and not fit. */
const NEVER_FITTED: readonly string[] = ['aalto-keystrokes']
/** All its people may be one or two: there is no other person in it to judge by. Its bots are kept from the fit instead. */
const FITTED_WHOLE: readonly string[] = ['delbot-circles']
const FITTED_SHARE = 0.6

/** A hash as a share of its range: the same on every machine and in every version. */
export function hashShare(text: string): number {
  let hash = fnv1a(text)
  // FNV's upper bits hardly change with the last characters: mix them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

/** Whether the whole source, or the whole kind of bot, was kept from the fit. */
export function isWithheld({ source, label, kind }: Pick<Origin, 'source' | 'label' | 'kind'>): boolean {
  const unseen = label === 'human' ? UNSEEN_PEOPLE : UNSEEN_BOTS
  return NEVER_FITTED.includes(source) || unseen.includes(source) || unseen.includes(`${source}/${kind}`)
}

/**
 * Whether cards may be fitted on it: about 60 % of the users of each source, always the same ones. All else is for judging the fit.
 * Some sources and kinds are left out whole, so that it is also judged on what it has seen nothing like.
 */
export const isFitted = (origin: Origin): boolean =>
  !isWithheld(origin) && (FITTED_WHOLE.includes(origin.source) || hashShare(`${origin.source}/${origin.user}`) < FITTED_SHARE)
