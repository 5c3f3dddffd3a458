/** The mini-program's side of sound: what is played, what is recorded, and how it is sent. */
import type { PutFile, Recorder, Recording, Speaker } from '../../client/kernel/ports'
import { type Build, loadOnWechat, newWechat } from './played-wechat'

const privately: Build = { api: 'https://village.example' }
type Told = (told: object) => void

function playedAudio() {
  const told: Record<string, Told> = {}
  const said: string[] = []
  const audio = {
    src: '',
    onEnded: (ended: Told) => void Object.assign(told, { ended }),
    onError: (failed: Told) => void Object.assign(told, { failed }),
    play: () => void said.push('play'),
    destroy: () => void said.push('destroy'),
  }
  const wechat = newWechat({ createInnerAudioContext: () => audio, setInnerAudioOption: async () => undefined })
  const load = (build?: Build) => loadOnWechat<{ readonly speaker: Speaker }>('speak.weapp', wechat, build).speaker
  return { audio, told, said, load }
}

describe('what is heard', () => {
  it('is a recording to its end, and never words read by a machine', () => {
    const { audio, told, said, load } = playedAudio()
    const speaker = load()
    const heard: string[] = []
    speaker.play('https://files.example/a', (how) => heard.push(how))
    told.ended?.({})
    expect([audio.src, said, heard]).toEqual(['https://files.example/a', ['play', 'destroy'], ['whole']])
    expect(speaker.canRead()).toBe(false)
  })

  it('says so when it cannot be played, and tells nothing once it was stopped', () => {
    const { told, said, load } = playedAudio()
    const heard: string[] = []
    load().play('https://files.example/a', (how) => heard.push(how))
    told.failed?.({})
    expect(heard).toEqual(['failed'])
    const stop = load().play('https://files.example/a', (how) => heard.push(how))
    stop()
    expect([said.at(-1), heard]).toEqual(['destroy', ['failed']])
  })

  it('comes from the door of a private deployment, which says the path alone', () => {
    const { audio, load } = playedAudio()
    load(privately).play('/files/fetch/a', () => undefined)
    expect(audio.src).toBe('https://village.example/files/fetch/a')
  })
})

describe('what is recorded', () => {
  function playedRecorder(readFile: (wanted: { success: Told; fail: Told }) => void) {
    const told: Record<string, Told> = {}
    const asked: unknown[] = []
    const listen = (name: string) => (listener: Told) => void Object.assign(told, { [name]: listener })
    const manager = {
      onStart: listen('start'),
      onStop: listen('stop'),
      onError: listen('error'),
      start: (options: object) => asked.push(options),
      stop: () => asked.push('stop'),
    }
    const wechat = newWechat({ getRecorderManager: () => manager, getFileSystemManager: () => ({ readFile }) })
    return { told, asked, recorder: loadOnWechat<{ readonly recorder: Recorder }>('recorder.weapp', wechat).recorder }
  }

  it('is a minute of small sound at most, with its length, its bytes and where it can be heard', async () => {
    const bytes = new ArrayBuffer(3)
    const { told, asked, recorder } = playedRecorder(({ success }) => success({ data: bytes }))
    const begun = jest.fn()
    const made = new Promise<Recording | undefined>((resolve) => {
      recorder.record(begun, resolve)()
    })
    told.start?.({})
    told.stop?.({ tempFilePath: 'wxfile://a.mp3', duration: 12_300 })
    expect(await made).toEqual({ seconds: 12.3, bytes, address: 'wxfile://a.mp3' })
    expect(begun).toHaveBeenCalledTimes(1)
    expect(asked).toEqual([{ duration: 60_000, format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 }, 'stop'])
  })

  it('is nothing when the microphone was not allowed or the recording cannot be read', async () => {
    const { told, recorder } = playedRecorder(({ fail }) => fail({}))
    const refused = new Promise((resolve) => void recorder.record(() => undefined, resolve))
    told.error?.({ errMsg: 'operateRecorder:fail auth deny' })
    expect(await refused).toBeUndefined()
    const unreadable = new Promise((resolve) => void recorder.record(() => undefined, resolve))
    told.stop?.({ tempFilePath: 'wxfile://gone', duration: 1 })
    expect(await unreadable).toBeUndefined()
  })
})

describe('what is sent', () => {
  const send = (request: (wanted: object) => Promise<object>, build?: Build) =>
    loadOnWechat<{ readonly putFile: PutFile }>('put-file.weapp', newWechat({ request }), build).putFile
  const bytes = new ArrayBuffer(3)

  it('goes bare, with what the ticket says to send along', async () => {
    const asked: object[] = []
    const request = async (wanted: object) => {
      asked.push(wanted)
      return { statusCode: 200 }
    }
    await send(request)({ address: 'https://cos.example/a', headers: { authorization: 'signed' } }, bytes)
    await send(request, privately)({ address: '/files/send/a', headers: {} }, bytes)
    expect(asked).toMatchObject([
      { url: 'https://cos.example/a', method: 'PUT', header: { authorization: 'signed' }, data: bytes },
      { url: 'https://village.example/files/send/a' },
    ])
  })

  it.each([
    ['the door refuses it', async () => ({ statusCode: 413 })],
    ['nobody answers', () => Promise.reject(new Error('played: no signal'))],
  ])('is not taken for sent when %s', async (_, request) => {
    await expect(send(request)({ address: '/files/send/a', headers: {} }, bytes)).rejects.toMatchObject({ name: 'Unreachable' })
  })
})
