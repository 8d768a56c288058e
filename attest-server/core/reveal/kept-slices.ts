import { decodeBase64url } from '../../../shared/base64url.js'
import { readSlice } from '../../../shared/trace/read-slice.js'
import type { Slice } from '../../../shared/trace/slice.js'
import type { Seconds } from '../../../shared/units.js'
import type { Settings } from '../../stores/ports.js'
import type { VerifiedEvidence } from '../verify-evidence.js'

const HOUR: Seconds = 3600
/** A week: what a drawing is needed for is asked for by then. */
export const MOST_MOVEMENT_HOURS = 168

/** What is kept of a movement, and for how long. */
export interface SlicesToKeep {
  readonly text: string
  readonly life: Seconds
}

/** A slice that was kept. */
export interface KeptSlice {
  /** Where in the trace: neighbours go on from one another. */
  readonly index: number
  readonly slice: Slice
}

/** Slices that are proved and could be anybody's, where their project wants to see them. @returns undefined where nothing is to be kept, as by default */
export async function slicesToKeep(
  { shown, project }: Pick<VerifiedEvidence, 'shown' | 'project'>,
  { settings }: { readonly settings: Pick<Settings, 'of'> },
): Promise<SlicesToKeep | undefined> {
  if (!shown) return undefined
  const { keepMovementHours } = await settings.of(project.id)
  if (keepMovementHours === 0) return undefined
  return { text: shown.slices.map((bytes, i) => `${shown.asked[i]}:${bytes}`).join(' '), life: keepMovementHours * HOUR }
}

/** @param text as {@link slicesToKeep} has written it @returns what of it can be read: all, unless a newer version wrote it */
export const readKeptSlices = (text: string): readonly KeptSlice[] =>
  text.split(' ').flatMap((part) => {
    const [index = '', encoded = ''] = part.split(':')
    const bytes = decodeBase64url(encoded)
    const slice = bytes.ok ? readSlice(bytes.value) : bytes
    return slice.ok ? [{ index: Number(index), slice: slice.value }] : []
  })
