/** Asks `/probe` about itself by requests; prints the status and the body. */
export const probeProgram = `
import sys
import requests
base, key = sys.argv[1], sys.argv[2]
answer = requests.get(f'{base}/probe', headers={'X-API-Key': key}, params={}, timeout=10)
print(answer.status_code, answer.text)
`

/** An app whose sign-up and prices are guarded by \`/probe\`, visited by a browser and by a program that says so. */
export const guardProgram = `
import asyncio, json, sys
import httpx
from fastapi import Depends, FastAPI, HTTPException, Request

base, key = sys.argv[1], sys.argv[2]
FIELDS = {'useragent': 'user-agent', 'sec_ch_ua': 'sec-ch-ua', 'acceptlanguage': 'accept-language',
          'acceptencoding': 'accept-encoding', 'accept': 'accept'}
app = FastAPI()

async def guard(request: Request):
    params = {field: request.headers.get(name, '') for field, name in FIELDS.items()}
    params['ip'] = request.client.host if request.client else ''
    try:
        async with httpx.AsyncClient(timeout=5) as client:
            told = await client.get(f'{base}/probe', headers={'X-API-Key': key}, params=params)
    except httpx.RequestError as error:
        raise HTTPException(status_code=502, detail=str(error))
    if told.status_code >= 400:
        raise HTTPException(status_code=502, detail=told.text)
    if (told.json() or {}).get('decision', 'allow') == 'block':
        raise HTTPException(status_code=403, detail='blocked')

@app.post('/signup', dependencies=[Depends(guard)])
async def signup():
    return {'ok': True}

@app.get('/pricing')
async def pricing(_: None = Depends(guard)):
    return {'plan': 'free'}

CHROME = {'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
          'sec-ch-ua': '"Google Chrome";v="131", "Chromium";v="131", "Not_A Brand";v="24"',
          'accept': 'text/html', 'accept-language': 'de-DE,de;q=0.9', 'accept-encoding': 'gzip, deflate, br'}
PROGRAM = {'user-agent': 'python-httpx/0.27.0', 'accept': '*/*', 'accept-encoding': 'gzip, deflate'}

async def visit(headers):
    transport = httpx.ASGITransport(app=app, client=('203.0.113.20', 50000))
    async with httpx.AsyncClient(transport=transport, base_url='http://shop.example', headers=headers, timeout=10) as visitor:
        signup, pricing = await visitor.post('/signup'), await visitor.get('/pricing')
        return {'signup': signup.status_code, 'pricing': pricing.status_code}

async def main():
    print(json.dumps({'browser': await visit(CHROME), 'program': await visit(PROGRAM)}))

asyncio.run(main())
`
