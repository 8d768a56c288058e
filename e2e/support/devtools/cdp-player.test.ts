import { expect, it, vi } from 'vitest'
import type { CdpPage } from './cdp-page.js'
import { cdpPlayer } from './cdp-player.js'

it('waits where hands look at the screen, and sends nothing for it', async () => {
  const send = vi.fn(async () => ({}))
  const began = performance.now()
  await cdpPlayer({ send } as unknown as CdpPage).play([[0, 'watch', 6000]])
  expect(send).not.toHaveBeenCalled()
  expect(performance.now() - began).toBeGreaterThan(500)
  await cdpPlayer({ send } as unknown as CdpPage).play([[0, 'move', 5, 6]])
  expect(send).toHaveBeenCalledOnce()
})
