import { failed } from '../../shared/observation.js'
import { encodeTell } from '../../shared/wire/observation-codes.js'
import type { Observed } from '../tells/observe.js'
import type { Tell } from '../tells/tell.js'

/** One letter each, in the order of the list: the wire's. What has not answered yet timed out. */
export const encodeTells = (list: readonly Tell[], observed: Observed): string =>
  list.map(({ id }) => encodeTell(observed.get(id) ?? failed('timeout'))).join('')
