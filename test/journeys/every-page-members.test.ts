import { afternoon, everySize, morning, seeEvery } from './every-page'
import { afterTheDay, ofMembers } from './pages'

seeEvery('every page of a member and of a group leader', ofMembers, morning, everySize)
seeEvery('every page after the day, when somebody arrived late', afterTheDay, afternoon, everySize)
