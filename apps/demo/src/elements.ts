import 'ot-room/define'
