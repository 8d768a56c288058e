import { vouchsafe } from 'vouchsafe/verify/next'
import { settings } from '../../guard'

const guarded = vouchsafe(settings)

export const POST = guarded(async (request, { verdict }) => {
  const form = await request.formData()
  return Response.json({ welcome: form.get('email'), score: verdict.score })
})
