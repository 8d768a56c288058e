import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import type { Layout } from './rehearsal.js'
import { sharedLayout } from './shared-layout.js'

const layoutOf = (notches: number) => ({ notches }) as Layout

afterEach(() => vi.unstubAllEnvs())

it('rehearses once for all who sit at the same kind of screen', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-layouts-'))
  vi.stubEnv('VOUCHSAFE_E2E_LAYOUTS', folder)
  try {
    const measure = vi.fn(async () => layoutOf(3))
    expect(await sharedLayout('plain', measure)).toEqual(layoutOf(3))
    expect(await sharedLayout('plain', measure)).toEqual(layoutOf(3))
    expect(measure).toHaveBeenCalledTimes(1)
    expect(await sharedLayout('touch', async () => layoutOf(5))).toEqual(layoutOf(5))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('rehearses for everybody where there is no folder', async () => {
  vi.stubEnv('VOUCHSAFE_E2E_LAYOUTS', '')
  const measure = vi.fn(async () => layoutOf(3))
  await sharedLayout('plain', measure)
  await sharedLayout('plain', measure)
  expect(measure).toHaveBeenCalledTimes(2)
})
