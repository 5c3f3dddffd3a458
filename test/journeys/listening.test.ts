/** 听一听: the secretary's recording, else the browser's voice, else no button (ux.md 1.6). Sound itself is played: no machine here has ears. */
import type { Page } from 'playwright-core'
import { sendVoice } from '../files/sending'
import { dataOf } from '../village/village'
import { openStage, type Stage } from './stage'

/** What the browser was told to play or to read, in order. */
async function heardBy(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => JSON.parse(document.documentElement.dataset.heard ?? '[]'))
}

function playSounds(): void {
  const hear = (what: string) => {
    const heard: string[] = JSON.parse(document.documentElement.dataset.heard ?? '[]')
    document.documentElement.dataset.heard = JSON.stringify([...heard, what])
  }
  HTMLMediaElement.prototype.play = async function (this: HTMLMediaElement) {
    hear(this.src)
  }
  HTMLMediaElement.prototype.pause = () => hear('paused')
  speechSynthesis.speak = (utterance) => {
    hear(`${utterance.lang} ${utterance.text}`)
    utterance.dispatchEvent(new SpeechSynthesisEvent('start', { utterance }))
  }
}

describe('who would rather listen', () => {
  let stage: Stage
  let path: string
  beforeAll(async () => {
    stage = await openStage()
    const { themeDayId } = await stage.village.themeDay('08:50')
    path = `/#/main/check-in/index?themeDayId=${themeDayId}`
  })
  afterAll(() => stage.close())

  const listen = (page: Page) => page.getByRole('button', { name: '听一听' })
  const stop = (page: Page) => page.getByRole('button', { name: '停下，不听了' })

  it('has it read what the page says, and stops it by the same press', async () => {
    const page = await stage.open(path, '张大爷')
    await page.evaluate(playSounds)
    await listen(page).click()
    await stop(page).waitFor()
    expect(await heardBy(page)).toEqual(['zh-CN 11月主题党日。今天上午 9 点，在村委会二楼会议室。您是张建国。'])
    await stop(page).click()
    await listen(page).waitFor()
  })

  it('finds no button where nothing can be heard', async () => {
    const page = await stage.open(path, '张大爷')
    await listen(page).waitFor()
    await page.addInitScript(() => Reflect.deleteProperty(window, 'speechSynthesis'))
    await page.reload()
    await page.getByText('我到了，签到').waitFor()
    expect(await listen(page).count()).toBe(0)
  })

  it('hears how it came out', async () => {
    const page = await stage.open(path, '张大爷', { width: 320, k: 1.6 })
    await page.evaluate(playSounds)
    await page.getByText('我到了，签到').click()
    await page.getByText('签到成功').waitFor()
    await listen(page).click()
    await stop(page).waitFor()
    expect(await heardBy(page)).toEqual(['zh-CN 签到成功。8点50分已经记下。'])
  })

  it('hears the secretary where there is a recording, and no more of it once the page is left', async () => {
    const { village } = stage
    const [themeDayId = ''] = path.split('=').slice(-1)
    const fileId = await sendVoice(village)
    dataOf(await village.as('老王').themeday.setVoice({ themeDayId, voice: { fileId, seconds: 9 } }))
    const page = await stage.open(path, '刘桂兰')
    await page.evaluate(playSounds)
    await listen(page).click()
    await stop(page).waitFor()
    const [address = ''] = await heardBy(page)
    expect(address).toContain(`/files/fetch/${fileId}/`)
    expect((await fetch(address)).headers.get('content-type')).toBe('audio/aac')
    await page.getByText('不是我').click()
    await page.waitForFunction(() => document.documentElement.dataset.heard?.includes('paused'))
  })
})
