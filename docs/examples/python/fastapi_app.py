import os

from fastapi import Depends, FastAPI, Form
from fastapi.responses import JSONResponse

from vouchsafe import OnceMemory, Refused, Verifier

verifier = Verifier(
    server=os.environ["VOUCHSAFE_URL"],
    site_key=os.environ["VOUCHSAFE_KEY"],
    origin=os.environ["SITE_ORIGIN"],
    jwks=os.environ.get("VOUCHSAFE_JWKS"),
    claim=OnceMemory().claim,
)
app = FastAPI()


def human(action):
    """A dependency. Not async: FastAPI runs it in a thread, which may wait for the keys."""

    def check(token: str = Form("", alias="vouchsafe-token")):
        return verifier.verify(token, action)

    return check


@app.exception_handler(Refused)
def refuse(_, refused):
    return JSONResponse({"reason": refused.reason}, status_code=403, headers={"Vouchsafe-Reason": refused.reason})


@app.post("/sign-up")
def sign_up(email: str = Form(), verdict: dict = Depends(human("sign-up"))):
    return {"welcome": email, "score": verdict["score"]}
