import type { Action } from '../../../shared/wire/verdict.js'

export { detectipBand, detectipScore } from '../../../shared/wire/detectip.js'

/** What was decided of a session that only posted, in the words that this surface shares; a hard rule always blocks (DIP-07), also where a project only observes (BOT-54). */
export const detectipAction = (decided: Action, isHard: boolean): Action => (isHard ? 'block' : decided)
