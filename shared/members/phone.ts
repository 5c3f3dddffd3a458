/** A mobile number, as people write it and as others may see it. */

export const phonePattern = /^1[3-9]\d{9}$/

/** `138 0000-0001` → `13800000001`: blanks and strokes are how people read a number out. */
export function plainPhone(written: string): string {
  return written.replace(/[\s\u3000-]/g, '')
}

/** `138****0001` */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** `138 0000 0001`, to be read out. */
export function sayPhone(phone: string): string {
  return `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
}
