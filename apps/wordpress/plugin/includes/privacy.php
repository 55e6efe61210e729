<?php
/**
 * What the owner of the site may want to tell its visitors.
 *
 * @package OtRoom
 */

namespace OtRoom;

function suggest_privacy_text(): void {
	wp_add_privacy_policy_content(
		__( 'Video rooms', 'ot-room' ),
		'<p>' . esc_html__( 'When you join a video room on this site, your name, picture and sound go to the other people in the room and to the video platform of Vonage, which carries the call. This site keeps the name of the room and no data of yours. Before you join, nothing is sent to Vonage.', 'ot-room' ) . '</p>'
	);
}
