import { z } from 'zod'
import type { Detection } from '../../core/detections/detection.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'

const KINDS = ['heuristics', 'browser', 'behaviour', 'network', 'crawlers', 'protocol'] as const

/** `GET /v1/detections`: what the numbers in `detection_ids` say (BOT-56). */
export function detectionsEndpoint(detections: readonly Detection[]): Endpoint {
  const data = detections.map(({ id, name, title }) => ({ id, name, kind: KINDS[Math.floor(id / 100) - 1]!, title }))
  const GET = operation({
    id: 'listDetections',
    summary: 'What the numbers in `detection_ids` say.',
    security: 'none',
    responses: {
      200: {
        description: 'Every detection, by number.',
        schema: z.object({ data: z.array(z.object({ id: z.int().min(1), name: z.string(), kind: z.enum(KINDS), title: z.string() })) }),
      },
    },
    examples: [{ summary: 'all of them', status: 200 }],
    handle: (c) => c.json({ data }, 200, { 'Cache-Control': 'public, max-age=3600' }),
  })
  return { path: '/v1/detections', GET }
}
