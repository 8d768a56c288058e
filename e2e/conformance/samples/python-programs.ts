/** Asks `/probe` by requests, or by Python's own library where that is not installed; prints the status and the body. */
export const probeProgram = `
import sys
base, key = sys.argv[1], sys.argv[2]
try:
    import requests
    answer = requests.get(base + '/probe', headers={'X-API-Key': key}, params={}, timeout=10)
    print(answer.status_code, answer.text)
except ImportError:
    from urllib.request import Request, urlopen
    with urlopen(Request(base + '/probe', headers={'X-API-Key': key}), timeout=10) as answer:
        print(answer.status, answer.read().decode())
`

/** An app whose sign-up is guarded by \`/probe\`, called once by a browser and once by a program. */
export const guardProgram = `
import json, sys
base, key = sys.argv[1], sys.argv[2]
import httpx
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.testclient import TestClient

FIELDS = {'useragent': 'user-agent', 'sec_ch_ua': 'sec-ch-ua', 'acceptlanguage': 'accept-language',
          'acceptencoding': 'accept-encoding', 'accept': 'accept'}
app = FastAPI()

async def guard(request: Request):
    params = {field: request.headers.get(name, '') for field, name in FIELDS.items()}
    params['ip'] = '203.0.113.20'
    try:
        async with httpx.AsyncClient(timeout=5) as client:
            told = await client.get(base + '/probe', headers={'X-API-Key': key}, params=params)
    except httpx.RequestError as error:
        raise HTTPException(status_code=502, detail=str(error))
    if told.status_code >= 400:
        raise HTTPException(status_code=502, detail=told.text)
    if told.json().get('decision', 'allow') == 'block':
        raise HTTPException(status_code=403, detail='blocked')

@app.post('/signup', dependencies=[Depends(guard)])
async def signup():
    return {'ok': True}

client = TestClient(app)
chrome = {'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
          'sec-ch-ua': '"Google Chrome";v="131", "Chromium";v="131", "Not_A Brand";v="24"',
          'accept': 'text/html', 'accept-language': 'de-DE,de;q=0.9', 'accept-encoding': 'gzip, deflate, br'}
print(json.dumps({'browser': client.post('/signup', headers=chrome).status_code, 'program': client.post('/signup').status_code}))
`
