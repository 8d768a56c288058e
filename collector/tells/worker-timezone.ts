import { seen, unsupported } from '../../shared/observation.js'
import type { Tell } from './tell.js'

/** The clock in the worker is set to another zone. Extensions that move the zone change the page only. */
export const workerTimezone: Tell = {
  id: 'tell.worker-timezone',
  when: 'idle',
  async observe(page) {
    const offset = (await page.worker)?.offset
    return offset === undefined ? unsupported : seen(offset !== new Date(0).getTimezoneOffset())
  },
}
