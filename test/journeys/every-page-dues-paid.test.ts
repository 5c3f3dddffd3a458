import { everySize, seeEvery } from './every-page'
import { duesComeIn, ofDuesCollectors } from './pages-dues-collectors'
import { duesOfMembers, ofDuesMembers } from './pages-dues-members'

seeEvery('every page of dues, for those who pay', ofDuesMembers, duesOfMembers, everySize)
seeEvery('every page of dues, for those who collect', ofDuesCollectors, duesComeIn)
