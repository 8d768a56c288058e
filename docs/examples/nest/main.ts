import 'reflect-metadata'
import { Body, Controller, HttpCode, Module, Post, Req, UseGuards } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { rememberOnce } from 'vouchsafe/verify'
import { outcomeOf, vouchsafe } from 'vouchsafe/verify/nest'

const { PORT = '8000', SITE_ORIGIN = '', VOUCHSAFE_URL = '', VOUCHSAFE_KEY = '', VOUCHSAFE_JWKS } = process.env

const settings = {
  jwksUrl: VOUCHSAFE_JWKS ?? `${VOUCHSAFE_URL}/.well-known/jwks.json`,
  issuer: VOUCHSAFE_URL,
  audience: VOUCHSAFE_KEY,
  origin: SITE_ORIGIN,
  onceOnly: rememberOnce(),
}

@Controller()
class SignUp {
  @Post('sign-up')
  @HttpCode(200)
  @UseGuards(vouchsafe({ ...settings, action: 'sign-up' }))
  signUp(@Body() { email }: { email: string }, @Req() request: object) {
    return { welcome: email, score: outcomeOf(request)?.verdict?.score }
  }
}

@Module({ controllers: [SignUp] })
class App {}

const app = await NestFactory.create(App, { logger: ['error', 'warn'] })
await app.listen(Number(PORT), '127.0.0.1')
