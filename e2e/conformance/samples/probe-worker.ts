/** A worker in front of a site that asks `/probe` about whoever comes, and answers with what it was told. */
export const probeWorker = (base: string) => ({
  async fetch(request: Request, env: { readonly NOBOTSPLS_API_KEY: string }): Promise<Response> {
    const chain = request.headers.get('x-forwarded-for') ?? request.headers.get('cf-connecting-ip') ?? ''
    const visitor = { useragent: request.headers.get('user-agent') ?? '', ip: chain.split(',')[0]?.trim() ?? '' }
    const told = await fetch(`${base}/probe?${new URLSearchParams(visitor)}`, { headers: { 'X-API-Key': env.NOBOTSPLS_API_KEY } })
    return new Response(await told.text(), { status: told.status })
  },
})
