import { morning, seeEvery } from './every-page'
import { ofTownAndCounty } from './pages'

seeEvery('every page of town and county', ofTownAndCounty, morning)
