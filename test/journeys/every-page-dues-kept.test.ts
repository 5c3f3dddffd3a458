import { seeEvery } from './every-page'
import { duesWentUp, ofDuesAbove } from './pages-dues-above'
import { duesApproved, ofDuesApprovals } from './pages-dues-approvals'

seeEvery('every page of dues, for those who approve', ofDuesApprovals, duesApproved)
seeEvery('every page of dues, for those above and those who keep the book', ofDuesAbove, duesWentUp)
