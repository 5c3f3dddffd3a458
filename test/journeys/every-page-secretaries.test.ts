import { morning, seeEvery } from './every-page'
import { ofSecretaries } from './pages'

seeEvery('every page of a secretary', ofSecretaries, morning)
