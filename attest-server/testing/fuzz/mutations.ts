import type { Dice } from './dice.js'
import type { FuzzRequest } from './fuzz-request.js'
import { addName, changeText, changeValue, oversize } from './mutate-body.js'
import { changeHeaders, changeKey, changeLength, changeType, floodHeaders } from './mutate-head.js'
import { changeMethod, changeParameter, changePath, changeQuery } from './mutate-target.js'
import type { World } from './tenant.js'

export type Mutation = (request: FuzzRequest, dice: Dice, world: World) => void

/** Only what has a body can have an odd one. */
const ofBody =
  (mutation: Mutation): Mutation =>
  (request, dice, world) =>
    request.body === undefined ? changeQuery(request, dice) : mutation(request, dice, world)

/** All that may be odd about a request; what stands here more than once comes more often. */
export const mutations: readonly Mutation[] = [
  ofBody(changeValue),
  ofBody(changeValue),
  ofBody(changeValue),
  ofBody(changeValue),
  ofBody(addName),
  ofBody(changeText),
  ofBody(changeText),
  changeText,
  oversize,
  changeType,
  changeKey,
  changeKey,
  changeHeaders,
  changeHeaders,
  changeLength,
  floodHeaders,
  changeMethod,
  changeParameter,
  changePath,
  changeQuery,
]
