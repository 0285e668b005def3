<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>Alarm</name>
    <message>
        <source>Instant case: {code} · {title}</source>
        <translation>Vụ việc tức thời: {code} · {title}</translation>
    </message>
    <message>
        <source>Not distributed yet: 30 minutes from distribution.</source>
        <translation>Chưa phân phối: 30 phút kể từ khi phân phối.</translation>
    </message>
    <message>
        <source>{count} more wait.</source>
        <translation>Còn {count} vụ khác đang chờ.</translation>
    </message>
    <message>
        <source>Open (Ctrl+J)</source>
        <translation>Mở (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Answer as the citizen will read it</source>
        <translation>Nội dung trả lời (người dân sẽ đọc đúng như thế này)</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Gửi duyệt</translation>
    </message>
    <message>
        <source>This field wants evidence: what is fixed needs a public photo from after the work.</source>
        <translation>Lĩnh vực này đòi minh chứng: đã khắc phục thì phải có ảnh công khai chụp sau khi xử lý.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Insert a contribution</source>
        <translation>Chèn phần góp của đơn vị phối hợp</translation>
    </message>
    <message>
        <source>Insert a contribution (still missing: {units})</source>
        <translation>Chèn phần góp (chưa có: {units})</translation>
    </message>
    <message>
        <source>Draft kept on this computer</source>
        <translation>Bản nháp đã lưu trên máy này</translation>
    </message>
    <message>
        <source>Insert a template: type its words, or ↓ ({count})</source>
        <translation>Chèn mẫu: gõ chữ trong tên hoặc nội dung, hoặc bấm ↓ ({count})</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Close the program</source>
        <translation>Đóng chương trình</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>Approvals</source>
        <translation>Duyệt trả lời</translation>
    </message>
    <message>
        <source>No answer waits for you</source>
        <translation>Không có câu trả lời nào chờ bạn duyệt</translation>
    </message>
    <message>
        <source>What units submit for your approval appears here.</source>
        <translation>Câu trả lời các đơn vị trình bạn duyệt sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Approve (Ctrl+Enter)</source>
        <translation>Duyệt (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Read on (Ctrl+Enter)</source>
        <translation>Đọc tiếp (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Send back (Alt+1)</source>
        <translation>Yêu cầu sửa (Alt+1)</translation>
    </message>
    <message>
        <source>Later (Alt+2)</source>
        <translation>Để sau (Alt+2)</translation>
    </message>
    <message>
        <source>Answer before (Alt+←)</source>
        <translation>Câu trước (Alt+←)</translation>
    </message>
    <message>
        <source>To the summary (Alt+Enter)</source>
        <translation>Đến bảng tổng kết (Alt+Enter)</translation>
    </message>
    <message>
        <source>The page as the citizen will see it</source>
        <translation>Trang đúng như người dân sẽ thấy</translation>
    </message>
    <message>
        <source>PIN of your card</source>
        <translation>Mã PIN thẻ của bạn</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Những gì sẽ thực hiện</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Send back: {text}</source>
        <translation>Yêu cầu sửa: {text}</translation>
    </message>
    <message>
        <source>Approve and sign: {count} (Ctrl+Enter)</source>
        <translation>Duyệt và ký: {count} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Send back: {count} (Ctrl+Enter)</source>
        <translation>Yêu cầu sửa: {count} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Approved and signed: {count}.</source>
        <translation>Đã duyệt và ký: {count}.</translation>
    </message>
    <message>
        <source>Sent back: {count}.</source>
        <translation>Đã yêu cầu sửa: {count}.</translation>
    </message>
    <message>
        <source>Changed meanwhile, to be read again: {count}.</source>
        <translation>Đã thay đổi trong lúc duyệt, cần đọc lại: {count}.</translation>
    </message>
    <message>
        <source>Not signed, still waiting: {count}.</source>
        <translation>Chưa ký, còn chờ: {count}.</translation>
    </message>
    <message>
        <source>The card signs only with its PIN.</source>
        <translation>Thẻ chỉ ký khi có mã PIN.</translation>
    </message>
    <message>
        <source>Type it beside the button, then press Enter.</source>
        <translation>Nhập mã PIN ở ô cạnh nút rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>to approve: {count}</source>
        <translation>Sẽ duyệt: {count}</translation>
    </message>
    <message>
        <source>to send back: {count}</source>
        <translation>yêu cầu sửa: {count}</translation>
    </message>
    <message>
        <source>left for later: {count}</source>
        <translation>để sau: {count}</translation>
    </message>
</context>
<context>
    <name>Arranging</name>
    <message>
        <source>Absence: who acts for whom</source>
        <translation>Ủy quyền: ai làm thay ai</translation>
    </message>
    <message>
        <source>Nobody acts for anybody now.</source>
        <translation>Hiện không có ai làm thay ai.</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>Ủy quyền</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>Người vắng</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>Người làm thay</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Làm thay việc gì</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Until the end of</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>Ghi chú (không bắt buộc)</translation>
    </message>
    <message>
        <source>{deputy} acts for {away} ({rights}), {first} – {last}</source>
        <translation>{deputy} làm thay {away} ({rights}), {first} – {last}</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Kết thúc ngay</translation>
    </message>
    <message>
        <source>approving</source>
        <translation>duyệt</translation>
    </message>
    <message>
        <source>handling</source>
        <translation>xử lý</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>Đang hỏi trung tâm …</translation>
    </message>
    <message>
        <source>The centre has it; everybody concerned is told.</source>
        <translation>Trung tâm đã ghi nhận; những người liên quan đều được báo.</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Chiến dịch</translation>
    </message>
    <message>
        <source>No campaign runs. A campaign is a tag with dates.</source>
        <translation>Chưa có chiến dịch nào. Chiến dịch là một nhãn có thời hạn.</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation>Mở chiến dịch</translation>
    </message>
    <message>
        <source>Name, which is the tag</source>
        <translation>Tên chiến dịch, cũng là nhãn</translation>
    </message>
    <message>
        <source>{name}: {first} – {last} · reports: {count}</source>
        <translation>{name}: {first} – {last} · {count} phản ánh</translation>
    </message>
    <message>
        <source>{campaign} (not running)</source>
        <translation>{campaign} (không chạy)</translation>
    </message>
    <message>
        <source>Absence and handing over</source>
        <translation>Ủy quyền, bàn giao, chiến dịch</translation>
    </message>
    <message>
        <source>Handing work over</source>
        <translation>Bàn giao công việc</translation>
    </message>
    <message>
        <source>No work waits to be taken over.</source>
        <translation>Không có việc nào chờ nhận bàn giao.</translation>
    </message>
    <message>
        <source>Offer all open work</source>
        <translation>Bàn giao mọi việc đang mở</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Việc của ai</translation>
    </message>
    <message>
        <source>Who takes it over</source>
        <translation>Người nhận bàn giao</translation>
    </message>
    <message>
        <source>What they must know</source>
        <translation>Điều người nhận cần biết</translation>
    </message>
    <message>
        <source>{name} · {count} open</source>
        <translation>{name} · {count} việc đang mở</translation>
    </message>
    <message>
        <source>{name} (has left)</source>
        <translation>{name} (đã nghỉ)</translation>
    </message>
    <message>
        <source>{away} → {taker}: {count} reports, {drafts} drafts. “{note}”</source>
        <translation>{away} → {taker}: {count} phản ánh, {drafts} bản nháp. “{note}”</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Nhận bàn giao</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút lại</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>{done} of {all} reports</source>
        <translation>{done} trên {all} phản ánh</translation>
    </message>
    <message>
        <source>{count} reports are chosen</source>
        <translation>Đang chọn {count} phản ánh</translation>
    </message>
    <message>
        <source>Choose at most {most} at once.</source>
        <translation>Mỗi lần chọn nhiều nhất {most} phản ánh.</translation>
    </message>
    <message>
        <source>Shift+arrows and Space choose; Esc goes back to one report.</source>
        <translation>Chọn bằng Shift+mũi tên và phím cách; Esc để trở về một phản ánh.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… và {count} phản ánh nữa</translation>
    </message>
    <message>
        <source>Reports chosen</source>
        <translation>Các phản ánh đang chọn</translation>
    </message>
    <message>
        <source>Undone on {count} reports.</source>
        <translation>Đã hoàn tác {count} phản ánh.</translation>
    </message>
    <message>
        <source>Undone on {count} of {all}; the others were on their way.</source>
        <translation>Đã hoàn tác {count} trên {all}; các phản ánh còn lại đã được gửi đi.</translation>
    </message>
    <message>
        <source>Carried out on {count} of {all} reports.</source>
        <translation>Đã thực hiện với {count} trên {all} phản ánh.</translation>
    </message>
    <message>
        <source>Carried out on {count} reports.</source>
        <translation>Đã thực hiện với {count} phản ánh.</translation>
    </message>
</context>
<context>
    <name>CardEntry</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Put your card into a reader with a slot first.</source>
        <translation>Hãy cắm thẻ vào đầu đọc có khe trước.</translation>
    </message>
    <message>
        <source>Over the air a card takes no PIN.</source>
        <translation>Chạm không dây thì thẻ không nhận PIN.</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Choose …</source>
        <translation>Chọn …</translation>
    </message>
</context>
<context>
    <name>CitizenPage</name>
    <message>
        <source>What was reported</source>
        <translation>Nội dung phản ánh</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến trình</translation>
    </message>
    <message>
        <source>{unit}, published on {day}</source>
        <translation>{unit}, công bố ngày {day}</translation>
    </message>
    <message>
        <source>Photo before the work</source>
        <translation>Ảnh trước khi xử lý</translation>
    </message>
    <message>
        <source>Photo after the work</source>
        <translation>Ảnh sau khi xử lý</translation>
    </message>
    <message>
        <source>Report received</source>
        <translation>Tiếp nhận phản ánh</translation>
    </message>
    <message>
        <source>Information checked</source>
        <translation>Kiểm tra thông tin</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không tiếp nhận</translation>
    </message>
    <message>
        <source>Joined with an earlier report</source>
        <translation>Ghép với phản ánh trước</translation>
    </message>
    <message>
        <source>Passed to the unit in charge</source>
        <translation>Chuyển đơn vị xử lý</translation>
    </message>
    <message>
        <source>Work has begun</source>
        <translation>Đơn vị bắt đầu xử lý</translation>
    </message>
    <message>
        <source>Passed to a local unit</source>
        <translation>Giao đơn vị cấp dưới</translation>
    </message>
    <message>
        <source>More information asked for</source>
        <translation>Đề nghị bổ sung thông tin</translation>
    </message>
    <message>
        <source>Information received</source>
        <translation>Đã nhận thông tin bổ sung</translation>
    </message>
    <message>
        <source>Time for the information ran out</source>
        <translation>Hết thời hạn bổ sung</translation>
    </message>
    <message>
        <source>Extension decided</source>
        <translation>Quyết định về gia hạn</translation>
    </message>
    <message>
        <source>Result published</source>
        <translation>Công bố kết quả</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Reconsideration asked for</source>
        <translation>Có yêu cầu xem xét lại</translation>
    </message>
    <message>
        <source>Reconsideration decided</source>
        <translation>Quyết định về yêu cầu xem xét lại</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Verify</source>
        <translation>Xác minh</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Không tiếp nhận</translation>
    </message>
    <message>
        <source>Mark as duplicate</source>
        <translation>Đánh dấu trùng</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Phân phối</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Nhận xử lý</translation>
    </message>
    <message>
        <source>Hand down</source>
        <translation>Giao cấp dưới</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Ask the citizen</source>
        <translation>Hỏi lại người dân</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Phản hồi</translation>
    </message>
    <message>
        <source>Let expire</source>
        <translation>Để hết hạn</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Theo dõi thêm</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Xử lý tiếp</translation>
    </message>
    <message>
        <source>Write the answer</source>
        <translation>Soạn trả lời</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Yêu cầu sửa</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Request reopening</source>
        <translation>Đề nghị mở lại</translation>
    </message>
    <message>
        <source>Decide on reopening</source>
        <translation>Xét mở lại</translation>
    </message>
    <message>
        <source>Request extension</source>
        <translation>Xin gia hạn</translation>
    </message>
    <message>
        <source>Decide on extension</source>
        <translation>Xét gia hạn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Contribute</source>
        <translation>Góp nội dung</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Đính kèm</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Mức ưu tiên</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>Đôn đốc</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Tách</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>Nhận cuộc gọi</translation>
    </message>
    <message>
        <source>Hand the shift over</source>
        <translation>Giao ca</translation>
    </message>
    <message>
        <source>Take the shift over</source>
        <translation>Nhận ca</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Các lệnh khác</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào xong</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>Xem lại ngày</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Mức ưu tiên</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Last contact</source>
        <translation>Lần liên lạc cuối</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Needs your decision</source>
        <translation>Cần bạn quyết định</translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Show what is waiting</source>
        <translation>Xem việc chờ gửi</translation>
    </message>
    <message>
        <source>State of the connection</source>
        <translation>Tình trạng kết nối</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Photo from the chip</source>
        <translation>Ảnh trong chip</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Chưa có ảnh</translation>
    </message>
    <message>
        <source>contradicted by</source>
        <translation>khác với</translation>
    </message>
    <message>
        <source>Shown because you asked; it is kept nowhere.</source>
        <translation>Hiện vì bạn yêu cầu; không lưu ở đâu cả.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Danh tính</translation>
    </message>
    <message>
        <source>Show once …</source>
        <translation>Xem thông tin riêng tư…</translation>
    </message>
    <message>
        <source>Show a private field once</source>
        <translation>Xem một lần một thông tin riêng tư</translation>
    </message>
    <message>
        <source>Scan the code on the card, or type its 12 digits</source>
        <translation>Quét mã trên thẻ, hoặc gõ 12 số</translation>
    </message>
    <message>
        <source>Code, number or lines of the document</source>
        <translation>Mã, số hoặc các dòng của giấy tờ</translation>
    </message>
    <message>
        <source>Scan or type</source>
        <translation>Quét hoặc gõ</translation>
    </message>
    <message>
        <source>Enter a passport by hand</source>
        <translation>Nhập hộ chiếu bằng tay</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Đọc</translation>
    </message>
    <message>
        <source>The lines with &lt; at the foot of a card or passport are taken here as well.</source>
        <translation>Cũng nhận các dòng có dấu &lt; ở cuối thẻ hay hộ chiếu.</translation>
    </message>
    <message>
        <source>not in the chip</source>
        <translation>không có trong chip</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Next citizen</source>
        <translation>Người tiếp theo</translation>
    </message>
    <message>
        <source>Lend the reader</source>
        <translation>Nhường đầu đọc</translation>
    </message>
    <message>
        <source>No citizen yet</source>
        <translation>Chưa có người dân</translation>
    </message>
    <message>
        <source>Scan the code on the citizen card, or type what stands on it. Lay the card on the reader: name and address come first, photo and verdict after.</source>
        <translation>Quét mã trên thẻ căn cước, hoặc gõ số ghi trên thẻ, rồi đặt thẻ lên đầu đọc: họ tên và địa chỉ hiện trước, ảnh và kết luận hiện sau.</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Read the document</source>
        <translation>Đọc giấy tờ</translation>
    </message>
    <message>
        <source>The citizen&apos;s reader</source>
        <translation>Đầu đọc của công dân</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>now</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>chưa tới</translation>
    </message>
    <message>
        <source>it ended here</source>
        <translation>dừng ở đây</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Place of origin</source>
        <translation>Quê quán</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Old ID number</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Viet Nam</source>
        <translation>Việt Nam</translation>
    </message>
    <message>
        <source>Chip, verified</source>
        <translation>Chip, đã kiểm</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>Chip</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Gõ</translation>
    </message>
    <message>
        <source>There is none for citizens&apos; cards: connect one, mark one in the settings, or lend yours.</source>
        <translation>Chưa có đầu đọc cho công dân: cắm thêm, đánh dấu một đầu đọc trong Cài đặt, hoặc nhường đầu đọc của bạn.</translation>
    </message>
    <message>
        <source>Lay the card or passport on the reader and leave it there.</source>
        <translation>Đặt thẻ hoặc hộ chiếu lên đầu đọc và để yên.</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Chưa có thẻ</translation>
    </message>
    <message>
        <source>Unplug the reader and plug it in again. Typing goes on meanwhile.</source>
        <translation>Rút đầu đọc ra rồi cắm lại. Trong lúc đó vẫn gõ được.</translation>
    </message>
    <message>
        <source>Leave the card where it is.</source>
        <translation>Để yên thẻ trên đầu đọc.</translation>
    </message>
    <message>
        <source>Reading the card</source>
        <translation>Đang đọc thẻ</translation>
    </message>
    <message>
        <source>Scan its code, or type its number: that opens the chip.</source>
        <translation>Quét mã hoặc gõ số trên thẻ để mở chip.</translation>
    </message>
    <message>
        <source>A card lies there</source>
        <translation>Có thẻ</translation>
    </message>
    <message>
        <source>The card may be given back.</source>
        <translation>Có thể trả thẻ cho người dân.</translation>
    </message>
    <message>
        <source>Chip, doubted</source>
        <translation>Chip, không tin</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>Không có đầu đọc</translation>
    </message>
    <message>
        <source>Another program holds the card: close it, or lay the card down again.</source>
        <translation>Chương trình khác đang giữ thẻ: đóng chương trình đó, hoặc nhấc thẻ ra đặt lại.</translation>
    </message>
    <message>
        <source>Held elsewhere</source>
        <translation>Đang bị giữ</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Không trả lời</translation>
    </message>
    <message>
        <source>Card read</source>
        <translation>Đã đọc xong</translation>
    </message>
    <message>
        <source>Nothing is being read</source>
        <translation>Không đọc gì</translation>
    </message>
    <message>
        <source>Open the chip, read the identity</source>
        <translation>Mở chip, đọc danh tính</translation>
    </message>
    <message>
        <source>Read the address</source>
        <translation>Đọc địa chỉ</translation>
    </message>
    <message>
        <source>Check signature and chip</source>
        <translation>Kiểm tra chữ ký và chip</translation>
    </message>
    <message>
        <source>Read the photo</source>
        <translation>Đọc ảnh</translation>
    </message>
    <message>
        <source>Conclude</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Chưa đủ</translation>
    </message>
    <message>
        <source>Not read from a chip</source>
        <translation>Chưa đọc từ chip</translation>
    </message>
    <message>
        <source>Genuine</source>
        <translation>Thật</translation>
    </message>
    <message>
        <source>Chip – signature holds</source>
        <translation>Chip – chữ ký hợp lệ</translation>
    </message>
    <message>
        <source>Look closely</source>
        <translation>Cần xem kỹ</translation>
    </message>
    <message>
        <source>Do not rely on the chip</source>
        <translation>Không dựa vào chip</translation>
    </message>
    <message>
        <source>{badge} …</source>
        <translation>{badge}…</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Nơi sinh</translation>
    </message>
    <message>
        <source>Another program is still busy with it. Leave the card where it is.</source>
        <translation>Chương trình khác còn đang dùng thẻ. Cứ để yên thẻ.</translation>
    </message>
    <message>
        <source>Preparing the card</source>
        <translation>Đang chuẩn bị thẻ</translation>
    </message>
    <message>
        <source>What was entered opens this chip</source>
        <translation>Số đã nhập mở được chip này</translation>
    </message>
    <message>
        <source>The chip is that of the document in hand</source>
        <translation>Chip đúng là của giấy tờ đang cầm</translation>
    </message>
    <message>
        <source>The data are signed and unaltered</source>
        <translation>Dữ liệu đã ký và còn nguyên</translation>
    </message>
    <message>
        <source>The signer comes from an installed country certificate</source>
        <translation>Nơi ký thuộc chứng thư gốc đã cài</translation>
    </message>
    <message>
        <source>The chip is genuine, no copy</source>
        <translation>Chip thật, không phải bản sao</translation>
    </message>
    <message>
        <source>No country certificate (CSCA) for this kind of document is installed here, so who signed is not proved. That is no fault of the document; go on.</source>
        <translation>Máy này chưa cài chứng thư gốc (CSCA) cho loại giấy tờ này nên chưa chứng minh được ai đã ký. Không phải lỗi của giấy tờ, cứ làm tiếp.</translation>
    </message>
    <message>
        <source>The photo in the chip cannot be shown.</source>
        <translation>Không hiện được ảnh trong chip.</translation>
    </message>
    <message>
        <source>Parts of the chip cannot be understood: {groups}.</source>
        <translation>Có phần trong chip không hiểu được: {groups}.</translation>
    </message>
    <message>
        <source>Incomplete: the card left while it was read. Lay it down again: it goes on.</source>
        <translation>Chưa đủ: thẻ bị nhấc ra khi đang đọc. Đặt lại thẻ để đọc tiếp.</translation>
    </message>
    <message>
        <source>This is no citizen card or passport.</source>
        <translation>Đây không phải thẻ căn cước hay hộ chiếu.</translation>
    </message>
    <message>
        <source>Lay the card or passport on the reader, its chip side down.</source>
        <translation>Đặt thẻ căn cước hoặc hộ chiếu lên đầu đọc, mặt có chip úp xuống.</translation>
    </message>
    <message>
        <source>The signer is none of the issuer whose certificate is installed here.</source>
        <translation>Nơi ký không thuộc cơ quan cấp có chứng thư gốc cài ở máy này.</translation>
    </message>
    <message>
        <source>The data may be forged. Go by the printed document, tell your supervisor.</source>
        <translation>Dữ liệu có thể bị làm giả. Căn cứ giấy tờ in và báo người phụ trách.</translation>
    </message>
    <message>
        <source>The signer&apos;s certificate was revoked on {date}.</source>
        <translation>Chứng thư của nơi ký đã bị thu hồi ngày {date}.</translation>
    </message>
    <message>
        <source>Go by the printed document, and tell your supervisor.</source>
        <translation>Căn cứ giấy tờ in và báo người phụ trách.</translation>
    </message>
    <message>
        <source>This workstation cannot check a key of that kind ({name}).</source>
        <translation>Máy này không kiểm tra được loại khóa đó ({name}).</translation>
    </message>
    <message>
        <source>What is in the chip is shown unproved. Go by the printed document.</source>
        <translation>Nội dung chip hiện ra nhưng chưa được chứng minh. Làm theo giấy tờ in.</translation>
    </message>
    <message>
        <source>The chip answers in a way that no document&apos;s chip may.</source>
        <translation>Chip trả lời theo cách mà không chip giấy tờ nào được phép.</translation>
    </message>
    <message>
        <source>Lay it down again. If only this document does so, go by the printed one and write that down.</source>
        <translation>Đặt lại giấy tờ. Nếu chỉ giấy tờ này bị như vậy, làm theo bản in và ghi lại việc đó.</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>Tôn giáo</translation>
    </message>
    <message>
        <source>Parents</source>
        <translation>Cha mẹ</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>Vợ hoặc chồng</translation>
    </message>
    <message>
        <source>the number of characters</source>
        <translation>số ký tự</translation>
    </message>
    <message>
        <source>a character that does not belong there</source>
        <translation>có ký tự lạ</translation>
    </message>
    <message>
        <source>the document number or its check digit</source>
        <translation>số giấy tờ hoặc chữ số kiểm tra của nó</translation>
    </message>
    <message>
        <source>the date of birth</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>the expiry date or its check digit</source>
        <translation>ngày hết hạn hoặc chữ số kiểm tra của nó</translation>
    </message>
    <message>
        <source>the optional data or their check digit</source>
        <translation>phần tùy chọn hoặc chữ số kiểm tra của nó</translation>
    </message>
    <message>
        <source>the last check digit, over all the lines</source>
        <translation>chữ số kiểm tra cuối, của cả các dòng</translation>
    </message>
    <message>
        <source>the province, its first three digits</source>
        <translation>mã tỉnh, ba số đầu</translation>
    </message>
    <message>
        <source>the century of birth, its fourth digit</source>
        <translation>thế kỷ sinh, số thứ tư</translation>
    </message>
    <message>
        <source>the sex</source>
        <translation>giới tính</translation>
    </message>
    <message>
        <source>the number of its fields</source>
        <translation>số trường trong mã</translation>
    </message>
    <message>
        <source>the citizen number</source>
        <translation>số định danh</translation>
    </message>
    <message>
        <source>the date of issue</source>
        <translation>ngày cấp</translation>
    </message>
    <message>
        <source>letters that arrived damaged: check the scanner&apos;s encoding</source>
        <translation>chữ bị hỏng: xem lại bảng mã của máy quét</translation>
    </message>
    <message>
        <source>it is malformed</source>
        <translation>sai cấu trúc</translation>
    </message>
    <message>
        <source>the signature is wrong</source>
        <translation>chữ ký sai</translation>
    </message>
    <message>
        <source>the signed digest is wrong</source>
        <translation>mã băm đã ký sai</translation>
    </message>
    <message>
        <source>the signer is missing</source>
        <translation>thiếu người ký</translation>
    </message>
    <message>
        <source>the signer was not in force</source>
        <translation>chứng thư ký không còn hiệu lực</translation>
    </message>
    <message>
        <source>What reading the chip has proved</source>
        <translation>Kết quả kiểm tra chip</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>proved</source>
        <translation>đã chứng minh</translation>
    </message>
    <message>
        <source>not proved</source>
        <translation>chưa chứng minh</translation>
    </message>
    <message>
        <source>Your reader is lent to the citizen, for {minutes} minutes more. Only intake works.</source>
        <translation>Đầu đọc của bạn đang nhường cho người dân, còn {minutes} phút. Chỉ tiếp nhận được.</translation>
    </message>
    <message>
        <source>To go on with anything else, put your card in and type its PIN.</source>
        <translation>Muốn làm việc khác, cắm lại thẻ của bạn và nhập mã PIN.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Mã PIN của bạn</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Lấy lại</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>{words} (provisional)</source>
        <translation>{words} (tạm tính)</translation>
    </message>
    <message>
        <source>{words} (provisional: no calendar of {year} yet)</source>
        <translation>{words} (tạm tính: chưa có lịch năm {year})</translation>
    </message>
    <message>
        <source>{days} WD late</source>
        <translation>quá hạn {days} LV</translation>
    </message>
    <message>
        <source>working days overdue: {days}</source>
        <translation>quá hạn {days} ngày làm việc</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>đến hạn hôm nay</translation>
    </message>
    <message>
        <source>{days} WD left</source>
        <translation>còn {days} LV</translation>
    </message>
    <message>
        <source>working days left: {days}</source>
        <translation>còn {days} ngày làm việc</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>quá {span}</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>còn {span}</translation>
    </message>
    <message>
        <source>not accepted in time</source>
        <translation>quá giờ tiếp nhận</translation>
    </message>
    <message>
        <source>should have been accepted by {moment}</source>
        <translation>lẽ ra phải tiếp nhận trước {moment}</translation>
    </message>
    <message>
        <source>accept by {moment}</source>
        <translation>tiếp nhận trước {moment}</translation>
    </message>
    <message>
        <source>to be accepted by {moment}</source>
        <translation>phải tiếp nhận trước {moment}</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Mine or theirs</source>
        <translation>Chọn bản của tôi hay của đồng nghiệp</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Giữ bản của tôi</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Lấy bản kia</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>{code}: your command “{command}” and a colleague&apos;s change</source>
        <translation>{code}: lệnh “{command}” của bạn và thay đổi của đồng nghiệp</translation>
    </message>
    <message>
        <source>Your draft stays with you whatever you choose.</source>
        <translation>Bản nháp của bạn được giữ nguyên dù chọn bản nào.</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Bản của tôi</translation>
    </message>
    <message>
        <source>Theirs, at the centre now</source>
        <translation>Bản hiện có ở trung tâm</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Other working days are in force. Reports with a new deadline: {count}</source>
        <translation>Lịch ngày làm việc đã thay đổi. Số phản ánh có hạn mới: {count}</translation>
    </message>
    <message>
        <source>Report desk</source>
        <translation>Bàn xử lý phản ánh</translation>
    </message>
    <message>
        <source>Too late to undo: it is on its way.</source>
        <translation>Không hoàn tác được nữa: lệnh đang được gửi đi.</translation>
    </message>
    <message>
        <source>Yours is sent again on the present version.</source>
        <translation>Lệnh của bạn được gửi lại trên bản hiện tại.</translation>
    </message>
    <message>
        <source>The colleague&apos;s version stands. Your draft is kept.</source>
        <translation>Giữ bản của đồng nghiệp. Bản nháp của bạn vẫn còn.</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Về danh sách (Esc)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>{outcome} · in the name of {unit}</source>
        <translation>{outcome} · đơn vị trả lời: {unit}</translation>
    </message>
    <message>
        <source>Submitted by {name}, {when}</source>
        <translation>{name} gửi duyệt lúc {when}</translation>
    </message>
    <message>
        <source>Approved by {name}, {when}</source>
        <translation>{name} duyệt lúc {when}</translation>
    </message>
    <message>
        <source>signed with the card</source>
        <translation>ký bằng thẻ</translation>
    </message>
    <message>
        <source>Published by {name}, {when}</source>
        <translation>{name} công bố lúc {when}</translation>
    </message>
    <message>
        <source>Choose a report</source>
        <translation>Chọn một phản ánh</translation>
    </message>
    <message>
        <source>Arrow keys step through the list, Enter opens.</source>
        <translation>Dùng phím mũi tên để chuyển dòng, Enter để mở.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Phản ánh</translation>
    </message>
    <message>
        <source>This report is no longer on your desk.</source>
        <translation>Phản ánh này không còn thuộc phạm vi của bạn.</translation>
    </message>
    <message>
        <source>It was passed on, or your rights changed. What you wrote stays below: copy it, then Cancel.</source>
        <translation>Phản ánh đã chuyển đi, hoặc quyền của bạn đã đổi. Những gì bạn viết còn nguyên bên dưới: hãy chép lại, rồi bấm Hủy.</translation>
    </message>
    <message>
        <source>Needs you: {command} · {reason}</source>
        <translation>Cần bạn xử lý: {command} · {reason}</translation>
    </message>
    <message>
        <source>Nothing of yours is lost. Compare both versions and decide.</source>
        <translation>Không mất gì của bạn. Hãy so sánh hai bản rồi quyết định.</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>So sánh và quyết định</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Nội dung phản ánh</translation>
    </message>
    <message>
        <source>Question to the citizen</source>
        <translation>Câu hỏi cho người dân</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Place, field and source</source>
        <translation>Địa điểm, lĩnh vực, nguồn</translation>
    </message>
    <message>
        <source>Tied reports</source>
        <translation>Phản ánh liên quan</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Dữ liệu kèm theo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>My draft</source>
        <translation>Bản nháp của tôi</translation>
    </message>
    <message>
        <source>Returned or rejected</source>
        <translation>Trả lại, không tiếp nhận</translation>
    </message>
    <message>
        <source>to be looked at again on {day}</source>
        <translation>xem lại ngày {day}</translation>
    </message>
    <message>
        <source>Timeline: who · what · when</source>
        <translation>Diễn biến: ai · làm gì · khi nào</translation>
    </message>
    <message>
        <source>Nothing was done about it yet.</source>
        <translation>Chưa có bước xử lý nào.</translation>
    </message>
    <message>
        <source>Received {when} through: {source}</source>
        <translation>Tiếp nhận {when}, nguồn: {source}</translation>
    </message>
    <message>
        <source>No place given</source>
        <translation>Không ghi địa điểm</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>trả lời trước ngày {day}</translation>
    </message>
    <message>
        <source>The citizen reads: {phase}</source>
        <translation>Người dân thấy: {phase}</translation>
    </message>
    <message>
        <source>{who}, with {others}</source>
        <translation>{who}, phối hợp: {others}</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>Tức thời</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Riêng tư</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Khẩn</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Copied. Paste it into a message to the site admin.</source>
        <translation>Đã chép. Dán vào tin nhắn gửi quản trị viên.</translation>
    </message>
    <message>
        <source>For the site admin&apos;s phone: the codes alone, no name and no number.</source>
        <translation>Dành cho điện thoại của quản trị viên: chỉ có các mã, không tên người, không số giấy tờ.</translation>
    </message>
    <message>
        <source>Examining readers, cards, network and disk…</source>
        <translation>Đang khám đầu đọc, thẻ, mạng và đĩa…</translation>
    </message>
    <message>
        <source>Card doctor</source>
        <translation>Khám thẻ</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>Khám lại</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Chép thành văn bản</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Mã QR</translation>
    </message>
    <message>
        <source>Use of the readers</source>
        <translation>Vai trò đầu đọc</translation>
    </message>
    <message>
        <source>Card service</source>
        <translation>Dịch vụ thẻ</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Đầu đọc</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Trình điều khiển</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Kind of card</source>
        <translation>Loại thẻ</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng thư</translation>
    </message>
    <message>
        <source>Signing tokens</source>
        <translation>Thiết bị ký số</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>Danh sách thu hồi</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>Chứng thư gốc</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>Check-in journal</source>
        <translation>Sổ chấm công</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Đĩa</translation>
    </message>
    <message>
        <source>good</source>
        <translation>tốt</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>lưu ý</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>hỏng</translation>
    </message>
    <message>
        <source>not examined</source>
        <translation>chưa khám được</translation>
    </message>
    <message>
        <source>Everything that could be examined is in order.</source>
        <translation>Mọi mục khám được đều tốt.</translation>
    </message>
    <message>
        <source>Faults: {bad} · cautions: {caution}</source>
        <translation>Hỏng: {bad} · lưu ý: {caution}</translation>
    </message>
    <message>
        <source>Codes of the card doctor</source>
        <translation>Các mã của Khám thẻ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Nội dung</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>Verified.</source>
        <translation>Đã xác minh.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Đã từ chối tiếp nhận.</translation>
    </message>
    <message>
        <source>Distributed.</source>
        <translation>Đã phân phối.</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>Đã nhận xử lý.</translation>
    </message>
    <message>
        <source>Handed down.</source>
        <translation>Đã giao cấp dưới.</translation>
    </message>
    <message>
        <source>Returned.</source>
        <translation>Đã trả lại.</translation>
    </message>
    <message>
        <source>Question sent to the citizen.</source>
        <translation>Đã gửi câu hỏi cho người dân.</translation>
    </message>
    <message>
        <source>Being monitored.</source>
        <translation>Đã chuyển sang theo dõi.</translation>
    </message>
    <message>
        <source>Resumed.</source>
        <translation>Đã xử lý tiếp.</translation>
    </message>
    <message>
        <source>Submitted for approval.</source>
        <translation>Đã gửi duyệt.</translation>
    </message>
    <message>
        <source>Sent back.</source>
        <translation>Đã yêu cầu sửa.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Đã duyệt.</translation>
    </message>
    <message>
        <source>Published.</source>
        <translation>Đã công bố.</translation>
    </message>
    <message>
        <source>Note added.</source>
        <translation>Đã thêm ghi chú.</translation>
    </message>
    <message>
        <source>Contribution added.</source>
        <translation>Đã góp nội dung.</translation>
    </message>
    <message>
        <source>Urged.</source>
        <translation>Đã đôn đốc.</translation>
    </message>
    <message>
        <source>Priority changed.</source>
        <translation>Đã đổi mức ưu tiên.</translation>
    </message>
    <message>
        <source>Tags changed.</source>
        <translation>Đã đổi nhãn.</translation>
    </message>
    <message>
        <source>Question given to the dispatcher, who sends it.</source>
        <translation>Đã chuyển câu hỏi cho điều phối viên để gửi.</translation>
    </message>
    <message>
        <source>Done: {command}.</source>
        <translation>Đã thực hiện: {command}.</translation>
    </message>
</context>
<context>
    <name>DueGroup</name>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Ngày mai</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Tuần sau</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Sau nữa</translation>
    </message>
    <message>
        <source>No deadline running</source>
        <translation>Không tính hạn</translation>
    </message>
</context>
<context>
    <name>Enrolment</name>
    <message>
        <source>Enrol this computer</source>
        <translation>Ghi danh máy này</translation>
    </message>
    <message>
        <source>The site admin gives you the address of the centre and a one-time code.</source>
        <translation>Quản trị viên cung cấp địa chỉ trung tâm và mã dùng một lần.</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Địa chỉ trung tâm</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Mã ghi danh</translation>
    </message>
    <message>
        <source>12 letters and digits</source>
        <translation>12 chữ cái và chữ số</translation>
    </message>
    <message>
        <source>Who taps here to check in</source>
        <translation>Chiều chấm công tại máy này</translation>
    </message>
    <message>
        <source>comes or goes</source>
        <translation>vào hoặc ra</translation>
    </message>
    <message>
        <source>comes: a lane for IN only</source>
        <translation>chỉ vào: làn VÀO</translation>
    </message>
    <message>
        <source>goes: a lane for OUT only</source>
        <translation>chỉ ra: làn RA</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ghi danh</translation>
    </message>
    <message>
        <source>Check the address and the network cable; what you typed is still here.</source>
        <translation>Kiểm tra địa chỉ và dây mạng; nội dung đã nhập vẫn còn đây.</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>received the report</source>
        <translation>tiếp nhận phản ánh</translation>
    </message>
    <message>
        <source>took the call</source>
        <translation>đã nhận cuộc gọi</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>xác minh</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>không tiếp nhận</translation>
    </message>
    <message>
        <source>marked as duplicate</source>
        <translation>đánh dấu trùng</translation>
    </message>
    <message>
        <source>distributed</source>
        <translation>phân phối</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>nhận xử lý</translation>
    </message>
    <message>
        <source>handed down</source>
        <translation>giao cấp dưới</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>trả lại</translation>
    </message>
    <message>
        <source>asked the citizen</source>
        <translation>hỏi lại người dân</translation>
    </message>
    <message>
        <source>wants the citizen asked</source>
        <translation>đề nghị hỏi người dân</translation>
    </message>
    <message>
        <source>found that nobody accepted it in time</source>
        <translation>ghi nhận đã quá giờ mà chưa đơn vị nào tiếp nhận</translation>
    </message>
    <message>
        <source>replied</source>
        <translation>phản hồi</translation>
    </message>
    <message>
        <source>question expired</source>
        <translation>hết hạn trả lời câu hỏi</translation>
    </message>
    <message>
        <source>set to monitoring</source>
        <translation>chuyển sang theo dõi</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>xử lý tiếp</translation>
    </message>
    <message>
        <source>submitted the answer</source>
        <translation>gửi duyệt câu trả lời</translation>
    </message>
    <message>
        <source>sent the answer back</source>
        <translation>yêu cầu sửa câu trả lời</translation>
    </message>
    <message>
        <source>approved the answer</source>
        <translation>duyệt câu trả lời</translation>
    </message>
    <message>
        <source>published the answer</source>
        <translation>công bố câu trả lời</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đóng phản ánh</translation>
    </message>
    <message>
        <source>asked to reopen</source>
        <translation>đề nghị mở lại</translation>
    </message>
    <message>
        <source>decided on reopening</source>
        <translation>xét mở lại</translation>
    </message>
    <message>
        <source>asked for an extension</source>
        <translation>xin gia hạn</translation>
    </message>
    <message>
        <source>decided on the extension</source>
        <translation>xét gia hạn</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>contributed</source>
        <translation>góp nội dung</translation>
    </message>
    <message>
        <source>attached files</source>
        <translation>đính kèm tệp</translation>
    </message>
    <message>
        <source>changed the tags</source>
        <translation>đổi nhãn</translation>
    </message>
    <message>
        <source>changed the priority</source>
        <translation>đổi mức ưu tiên</translation>
    </message>
    <message>
        <source>urged</source>
        <translation>đôn đốc</translation>
    </message>
    <message>
        <source>split the report</source>
        <translation>tách phản ánh</translation>
    </message>
    <message>
        <source>merged the report</source>
        <translation>gộp phản ánh</translation>
    </message>
    <message>
        <source>moved the deadline: other working days are in force</source>
        <translation>tính lại hạn: lịch làm việc đã thay đổi</translation>
    </message>
    <message>
        <source>took the report over</source>
        <translation>đã nhận bàn giao phản ánh</translation>
    </message>
    <message>
        <source>new deadline</source>
        <translation>hạn mới</translation>
    </message>
    <message>
        <source>when</source>
        <translation>khi nào xong</translation>
    </message>
    <message>
        <source>who</source>
        <translation>ai làm</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>what</source>
        <translation>sản phẩm</translation>
    </message>
    <message>
        <source>co-processors</source>
        <translation>đơn vị phối hợp</translation>
    </message>
    <message>
        <source>when to look again</source>
        <translation>ngày xem lại</translation>
    </message>
    <message>
        <source>field</source>
        <translation>lĩnh vực</translation>
    </message>
    <message>
        <source>place</source>
        <translation>địa điểm</translation>
    </message>
    <message>
        <source>whom it is about</source>
        <translation>người bị phản ánh</translation>
    </message>
    <message>
        <source>the other report</source>
        <translation>phản ánh kia</translation>
    </message>
    <message>
        <source>files</source>
        <translation>tệp</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>chữ ký</translation>
    </message>
    <message>
        <source>who publishes</source>
        <translation>đơn vị công bố</translation>
    </message>
    <message>
        <source>text</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>lý do</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp độ</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Khu vực</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Cơ quan báo chí</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Đường dẫn</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Đoạn ghi</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Trạm</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Ngưỡng</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Taps</source>
        <translation>Lượt chạm thẻ</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Tài sản</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Hạn chế</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>Tàu</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Last signal</source>
        <translation>Tín hiệu cuối</translation>
    </message>
    <message>
        <source>Dossier code</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>Loại địa điểm</translation>
    </message>
    <message>
        <source>Community board</source>
        <translation>Ban cộng đồng</translation>
    </message>
    <message>
        <source>Borough</source>
        <translation>Quận</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Mã bưu chính</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Công trình</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Phương tiện</translation>
    </message>
    <message>
        <source>Status at the source</source>
        <translation>Trạng thái ở nguồn</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Ward or commune</source>
        <translation>Phường, xã</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận lúc</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Working days left</source>
        <translation>Còn (ngày làm việc)</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Quy trình</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Ưu tiên</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>Tức thời</translation>
    </message>
    <message>
        <source>Timed</source>
        <translation>Có thời gian</translation>
    </message>
    <message>
        <source>Writing {name}: {done} of {total}</source>
        <translation>Đang ghi {name}: {done}/{total}</translation>
    </message>
    <message>
        <source>Putting {name} together: {total} rows</source>
        <translation>Đang đóng tệp {name}: {total} dòng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stop writing the file</source>
        <translation>Dừng ghi tệp</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation>Người xuất</translation>
    </message>
    <message>
        <source>Exported at</source>
        <translation>Xuất lúc</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>what this person may see at that moment</source>
        <translation>những gì người này được xem vào lúc đó</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Phản ánh</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về tệp này</translation>
    </message>
    <message>
        <source>{rows} rows written: {path}</source>
        <translation>Đã ghi {rows} dòng: {path}</translation>
    </message>
    <message>
        <source>Report sheet as PDF</source>
        <translation>Phiếu phản ánh (PDF)</translation>
    </message>
    <message>
        <source>Sheet written: {path}</source>
        <translation>Đã ghi phiếu: {path}</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV for spreadsheets, UTF-8 with mark (*.csv)</source>
        <translation>CSV cho bảng tính, UTF-8 có dấu BOM (*.csv)</translation>
    </message>
    <message>
        <source>CSV for programs, UTF-8 (*.csv)</source>
        <translation>CSV cho phần mềm, UTF-8 (*.csv)</translation>
    </message>
    <message>
        <source>Report {code}</source>
        <translation>Phản ánh {code}</translation>
    </message>
</context>
<context>
    <name>Extension</name>
    <message>
        <source>Ask for an extension</source>
        <translation>Xin gia hạn</translation>
    </message>
    <message>
        <source>Working days left: {days}. Will it be done in time?</source>
        <translation>Còn {days} ngày làm việc. Có kịp hạn không?</translation>
    </message>
    <message>
        <source>Due today. Will it be done in time?</source>
        <translation>Hôm nay đến hạn. Có kịp không?</translation>
    </message>
    <message>
        <source>Ask before {moment}; the dispatcher decides, and it counts from the old deadline.</source>
        <translation>Xin gia hạn trước {moment}; điều phối viên quyết định, thời gian tính từ hạn cũ.</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>{reason} · asked for by {name}</source>
        <translation>{reason} · người xin: {name}</translation>
    </message>
    <message>
        <source>waits for the dispatcher</source>
        <translation>chờ điều phối viên quyết định</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>đã đồng ý</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>không đồng ý</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>There is a file {name} already. Replace it?</source>
        <translation>Đã có tệp {name}. Thay thế?</translation>
    </message>
    <message>
        <source>What is in it now would be lost.</source>
        <translation>Nội dung hiện có của tệp sẽ mất.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Thay thế</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Chọn tên khác</translation>
    </message>
    <message>
        <source>There is no file {name} here.</source>
        <translation>Không có tệp {name} ở đây.</translation>
    </message>
    <message>
        <source>It may have been moved, or its disk taken out.</source>
        <translation>Có thể tệp đã được chuyển đi, hoặc ổ đĩa đã rút ra.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Chọn tệp khác</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>{name}, {count}</source>
        <translation>{name}, {count}</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>Assigned but idle</source>
        <translation>Đã giao, chưa làm</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>Tức thời</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn nay</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>Chờ tôi xử lý</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Giao cho tôi</translation>
    </message>
    <message>
        <source>My unit</source>
        <translation>Đơn vị tôi</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Cần quyết định</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Nobody handles it</source>
        <translation>Chưa có người xử lý</translation>
    </message>
    <message>
        <source>Not accepted in time</source>
        <translation>Quá giờ tiếp nhận</translation>
    </message>
    <message>
        <source>All reports</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Không có phản ánh quá hạn</translation>
    </message>
    <message>
        <source>Every running report is within its time.</source>
        <translation>Mọi phản ánh đang xử lý đều còn trong hạn.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Không có việc chờ bạn</translation>
    </message>
    <message>
        <source>Answers to approve or publish appear here.</source>
        <translation>Câu trả lời cần duyệt hoặc công bố sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Không có gì phải quyết định</translation>
    </message>
    <message>
        <source>When a colleague was quicker than you, both versions appear here.</source>
        <translation>Khi đồng nghiệp thao tác trước bạn, cả hai bản sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Every report has somebody</source>
        <translation>Phản ánh nào cũng có người xử lý</translation>
    </message>
    <message>
        <source>What a unit was given as a whole, or whose owner has left, appears here.</source>
        <translation>Việc giao chung cho đơn vị, hoặc người xử lý đã nghỉ, hiện ở đây.</translation>
    </message>
    <message>
        <source>Everything was accepted in time</source>
        <translation>Không có phản ánh nào quá giờ tiếp nhận</translation>
    </message>
    <message>
        <source>What a unit was given and has not accepted in its working hours appears here.</source>
        <translation>Phản ánh đã giao mà đơn vị chưa tiếp nhận trong số giờ làm việc quy định sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Đã gửi hết</translation>
    </message>
    <message>
        <source>What you do offline waits here until the centre has it.</source>
        <translation>Việc làm khi mất mạng chờ ở đây đến khi trung tâm nhận được.</translation>
    </message>
    <message>
        <source>No reports here</source>
        <translation>Không có phản ánh nào</translation>
    </message>
    <message>
        <source>Choose another filter on the left.</source>
        <translation>Hãy chọn bộ lọc khác ở bên trái.</translation>
    </message>
    <message>
        <source>Nothing lies idle</source>
        <translation>Không có việc nào đã giao mà chưa làm</translation>
    </message>
    <message>
        <source>What a unit was given and has done nothing about for two working days appears here.</source>
        <translation>Việc đã giao mà đơn vị chưa làm gì trong hai ngày làm việc sẽ hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Các trang hướng dẫn</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Tác dụng</translation>
    </message>
</context>
<context>
    <name>Hotline</name>
    <message>
        <source>Promised until</source>
        <translation>Hẹn đến</translation>
    </message>
    <message>
        <source>Ward or commune (without accents too)</source>
        <translation>Phường, xã (gõ không dấu cũng được)</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>What the caller says</source>
        <translation>Người gọi nói gì</translation>
    </message>
    <message>
        <source>In one line (the title)</source>
        <translation>Tóm tắt một dòng (tiêu đề)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Street, house, landmark</source>
        <translation>Đường, số nhà, mốc dễ nhận</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Quy trình</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Mức khẩn</translation>
    </message>
    <message>
        <source>What I promise the caller</source>
        <translation>Tôi hứa với người gọi</translation>
    </message>
    <message>
        <source>Language of the caller, and of the answer</source>
        <translation>Ngôn ngữ của người gọi và của câu trả lời</translation>
    </message>
    <message>
        <source>timed</source>
        <translation>Có thời gian</translation>
    </message>
    <message>
        <source>instant: alarm at the dispatcher&apos;s</source>
        <translation>Tức thời: báo động ở điều phối viên</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>Tên người gọi</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>How else to reach them</source>
        <translation>Cách liên hệ khác</translation>
    </message>
    <message>
        <source>Who called · sealed for the centre</source>
        <translation>Người gọi · niêm phong cho trung tâm</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Nhập lại</translation>
    </message>
    <message>
        <source>The centre has no key for callers&apos; names yet: do not write any down.</source>
        <translation>Trung tâm chưa công bố khóa cho danh tính người gọi: không ghi tên, số điện thoại.</translation>
    </message>
    <message>
        <source>Sealed at {time}; nobody can read it here any more.</source>
        <translation>Đã niêm phong lúc {time}; tại đây không ai xem lại được.</translation>
    </message>
    <message>
        <source>Sealed as you type; after sending, this computer cannot show it. Agencies never get it.</source>
        <translation>Niêm phong ngay khi gõ; gửi xong máy này không xem lại được. Đơn vị xử lý không nhận.</translation>
    </message>
    <message>
        <source>no time named</source>
        <translation>Không hẹn giờ</translation>
    </message>
    <message>
        <source>within the hour</source>
        <translation>Trong một giờ</translation>
    </message>
    <message>
        <source>today until 17:00</source>
        <translation>Hôm nay trước 17:00</translation>
    </message>
    <message>
        <source>the next working day until 17:00</source>
        <translation>Ngày làm việc tới trước 17:00</translation>
    </message>
    <message>
        <source>a private matter</source>
        <translation>phản ánh riêng</translation>
    </message>
    <message>
        <source>Nobody who called about it said who they are.</source>
        <translation>Không ai gọi về việc này cho biết mình là ai.</translation>
    </message>
    <message>
        <source>Shown for a minute; it is kept nowhere on this computer.</source>
        <translation>Chỉ hiện trong một phút; không lưu ở đâu trên máy này.</translation>
    </message>
    <message>
        <source>A telephone number has eight to fifteen digits.</source>
        <translation>Số điện thoại có từ tám đến mười lăm chữ số.</translation>
    </message>
    <message>
        <source>temporary no. {number}</source>
        <translation>số tạm {number}</translation>
    </message>
    <message>
        <source>added to the open report</source>
        <translation>đã thêm vào phản ánh đang mở</translation>
    </message>
    <message>
        <source>with the dispatcher</source>
        <translation>đã đến điều phối</translation>
    </message>
    <message>
        <source>kept: {promise}</source>
        <translation>đã giữ lời: {promise}</translation>
    </message>
    <message>
        <source>promised: {promise}</source>
        <translation>đã hứa: {promise}</translation>
    </message>
    <message>
        <source>Added to {code}.</source>
        <translation>Đã thêm vào {code}.</translation>
    </message>
    <message>
        <source>Received: code {code}.</source>
        <translation>Đã tiếp nhận: mã {code}.</translation>
    </message>
    <message>
        <source>Written down: temporary number {number}.</source>
        <translation>Đã ghi: số tạm {number}.</translation>
    </message>
    <message>
        <source>Read it to the caller; they can follow it by this code.</source>
        <translation>Đọc cho người gọi; họ tra cứu bằng mã này.</translation>
    </message>
    <message>
        <source>The centre did not take it. Open it in the list and correct it.</source>
        <translation>Trung tâm không nhận. Hãy mở trong danh sách và sửa lại.</translation>
    </message>
    <message>
        <source>Read it to the caller. The code comes when the centre has it; both are found by search.</source>
        <translation>Đọc cho người gọi. Mã chính thức có khi trung tâm nhận; tìm theo số nào cũng ra.</translation>
    </message>
    <message>
        <source>{name} handed over · {at}</source>
        <translation>{name} giao ca · {at}</translation>
    </message>
    <message>
        <source>nobody has taken it over yet</source>
        <translation>chưa ai nhận</translation>
    </message>
    <message>
        <source>{name} took over · {at}</source>
        <translation>{name} nhận ca · {at}</translation>
    </message>
    <message>
        <source>Too late to undo: it is on its way.</source>
        <translation>Không hoàn tác được nữa: đang gửi đi.</translation>
    </message>
    <message>
        <source>Finish the call in the form first.</source>
        <translation>Hãy hoàn thành cuộc gọi đang ghi trước đã.</translation>
    </message>
    <message>
        <source>A call</source>
        <translation>Cuộc gọi</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Add to this one</source>
        <translation>Thêm vào phản ánh này</translation>
    </message>
    <message>
        <source>Look a caller up</source>
        <translation>Tra cứu người gọi</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>Why you must know who called (goes on record)</source>
        <translation>Vì sao cần biết ai đã gọi (được ghi lại)</translation>
    </message>
    <message>
        <source>Earlier reports</source>
        <translation>Tìm phản ánh trước đây</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Mở xem</translation>
    </message>
    <message>
        <source>Who called?</source>
        <translation>Ai đã gọi?</translation>
    </message>
    <message>
        <source>No report of this number that you may see.</source>
        <translation>Không có phản ánh nào của số này mà bạn được xem.</translation>
    </message>
    <message>
        <source>Asked of the centre, which records who asks; nothing is kept here.</source>
        <translation>Hỏi trung tâm, trung tâm ghi lại người hỏi; máy này không lưu gì.</translation>
    </message>
    <message>
        <source>Reports of this number</source>
        <translation>Phản ánh của số này</translation>
    </message>
    <message>
        <source>Look the caller up</source>
        <translation>Tra cứu người gọi</translation>
    </message>
    <message>
        <source>Shift hand-over</source>
        <translation>Giao ca</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ nháp</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Đã giữ lời</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Sửa lại</translation>
    </message>
    <message>
        <source>Open reports about the same?</source>
        <translation>Phản ánh đang mở có thể cùng một việc?</translation>
    </message>
    <message>
        <source>None found yet. They come as you type, from what this computer knows.</source>
        <translation>Chưa thấy. Sẽ hiện dần khi bạn gõ, từ dữ liệu trên máy này.</translation>
    </message>
    <message>
        <source>Calls I took</source>
        <translation>Cuộc gọi tôi đã nhận</translation>
    </message>
    <message>
        <source>No call taken in the last thirty days.</source>
        <translation>Chưa nhận cuộc gọi nào trong ba mươi ngày qua.</translation>
    </message>
    <message>
        <source>What else the next shift must know</source>
        <translation>Ca sau cần biết thêm</translation>
    </message>
    <message>
        <source>Shift handed over.</source>
        <translation>Đã giao ca.</translation>
    </message>
    <message>
        <source>Shift taken over.</source>
        <translation>Đã nhận ca.</translation>
    </message>
    <message>
        <source>Hand my shift over</source>
        <translation>Giao ca của tôi</translation>
    </message>
    <message>
        <source>Take this shift over</source>
        <translation>Nhận ca này</translation>
    </message>
    <message>
        <source>Open from my calls</source>
        <translation>Việc còn mở từ các cuộc gọi của tôi</translation>
    </message>
    <message>
        <source>Nothing is open: no caller waits for a code or a promise of yours.</source>
        <translation>Không còn gì mở: không người gọi nào còn chờ mã hay lời hứa của bạn.</translation>
    </message>
    <message>
        <source>Shifts before</source>
        <translation>Các ca trước</translation>
    </message>
    <message>
        <source>No shift was handed over yet.</source>
        <translation>Chưa có ca nào được giao.</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>đến {moment}</translation>
    </message>
    <message>
        <source>waits for its code</source>
        <translation>đang chờ mã</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>conflict</source>
        <translation>cần quyết định</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>tức thời</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>khẩn</translation>
    </message>
    <message>
        <source>Loading the reports</source>
        <translation>Đang tải danh sách phản ánh</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} trên {total}</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Danh sách phản ánh</translation>
    </message>
    <message>
        <source>{count}+ · being sorted</source>
        <translation>{count}+ · đang sắp xếp</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Open the guide</source>
        <translation>Mở hướng dẫn</translation>
    </message>
    <message>
        <source>Find a command, filter, report or page</source>
        <translation>Tìm lệnh, bộ lọc, phản ánh hoặc trang</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Mở cài đặt</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Khóa bàn làm việc</translation>
    </message>
    <message>
        <source>Open supervision</source>
        <translation>Mở Giám sát</translation>
    </message>
    <message>
        <source>Go through the answers to approve</source>
        <translation>Duyệt lần lượt các câu trả lời</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>Nhận cuộc gọi</translation>
    </message>
    <message>
        <source>Hand a shift over, or take one over</source>
        <translation>Giao ca hoặc nhận ca</translation>
    </message>
    <message>
        <source>Absence, handing over, campaigns</source>
        <translation>Ủy quyền, bàn giao, chiến dịch</translation>
    </message>
    <message>
        <source>Show the notifications</source>
        <translation>Mở thông báo</translation>
    </message>
    <message>
        <source>Open the check-in kiosk</source>
        <translation>Mở máy chấm công</translation>
    </message>
    <message>
        <source>Open the counter</source>
        <translation>Mở quầy</translation>
    </message>
    <message>
        <source>Show my card</source>
        <translation>Mở Thẻ của tôi</translation>
    </message>
    <message>
        <source>Open the card doctor</source>
        <translation>Mở Khám thẻ</translation>
    </message>
    <message>
        <source>Show the state of the connection</source>
        <translation>Xem tình trạng kết nối</translation>
    </message>
    <message>
        <source>Look a caller up</source>
        <translation>Tra cứu người gọi</translation>
    </message>
    <message>
        <source>Write the templates</source>
        <translation>Soạn mẫu văn bản</translation>
    </message>
    <message>
        <source>Leave the page</source>
        <translation>Rời trang</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>The last searches, in the field of the search</source>
        <translation>Các lần tìm gần đây, trong ô tìm kiếm</translation>
    </message>
    <message>
        <source>Carry out the primary command</source>
        <translation>Thực hiện lệnh chính</translation>
    </message>
    <message>
        <source>Carry out the command with this number</source>
        <translation>Thực hiện lệnh mang số này</translation>
    </message>
    <message>
        <source>Undo the command while it is held</source>
        <translation>Hoàn tác lệnh khi còn đang giữ</translation>
    </message>
    <message>
        <source>Open the instant case that waits</source>
        <translation>Mở vụ việc tức thời đang chờ</translation>
    </message>
    <message>
        <source>Take the proposed unit while distributing</source>
        <translation>Chọn đơn vị được gợi ý khi phân phối</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Mở phản ánh</translation>
    </message>
    <message>
        <source>Open the next report of the list</source>
        <translation>Mở phản ánh kế tiếp trong danh sách</translation>
    </message>
    <message>
        <source>Open the report before in the list</source>
        <translation>Mở phản ánh trước đó trong danh sách</translation>
    </message>
    <message>
        <source>From the report back to the list</source>
        <translation>Từ phản ánh về danh sách</translation>
    </message>
    <message>
        <source>Move in the list</source>
        <translation>Di chuyển trong danh sách</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <source>Report sheet as PDF</source>
        <translation>Phiếu phản ánh (PDF)</translation>
    </message>
    <message>
        <source>Open the list behind the number</source>
        <translation>Mở danh sách của con số</translation>
    </message>
    <message>
        <source>Move among the numbers</source>
        <translation>Di chuyển giữa các con số</translation>
    </message>
    <message>
        <source>Approve the answer shown, or sign them all</source>
        <translation>Duyệt câu trả lời đang xem, hoặc ký tất cả</translation>
    </message>
    <message>
        <source>Send the answer shown back</source>
        <translation>Yêu cầu sửa câu trả lời đang xem</translation>
    </message>
    <message>
        <source>Leave the answer shown for later</source>
        <translation>Để câu trả lời đang xem lại sau</translation>
    </message>
    <message>
        <source>Back to the answer before</source>
        <translation>Về câu trả lời trước</translation>
    </message>
    <message>
        <source>Go to the summary</source>
        <translation>Đến bảng tổng kết</translation>
    </message>
    <message>
        <source>Look at the photos of the report</source>
        <translation>Xem ảnh của phản ánh</translation>
    </message>
    <message>
        <source>Add photos or files to the report</source>
        <translation>Thêm ảnh hoặc tệp vào phản ánh</translation>
    </message>
    <message>
        <source>Add the photo or files from the clipboard</source>
        <translation>Thêm ảnh hoặc tệp từ bộ nhớ tạm</translation>
    </message>
    <message>
        <source>Photo: larger, smaller, whole, full size</source>
        <translation>Ảnh: phóng to, thu nhỏ, toàn bộ, kích thước thật</translation>
    </message>
    <message>
        <source>Photo: next, previous; push it while it is enlarged</source>
        <translation>Ảnh: tiếp theo, trước đó; đẩy ảnh khi đang phóng to</translation>
    </message>
    <message>
        <source>Covering: a rectangle; arrows push, Shift+arrows resize it</source>
        <translation>Che: đặt ô; mũi tên đẩy, Shift+mũi tên đổi cỡ</translation>
    </message>
    <message>
        <source>Photo: previous, next; covering: choose a rectangle</source>
        <translation>Ảnh: trước đó, tiếp theo; khi che: chọn ô</translation>
    </message>
    <message>
        <source>Covering: remove the rectangle</source>
        <translation>Che: bỏ ô</translation>
    </message>
    <message>
        <source>Call: send it</source>
        <translation>Cuộc gọi: gửi</translation>
    </message>
    <message>
        <source>Call: add it to the open report chosen</source>
        <translation>Cuộc gọi: thêm vào phản ánh đang chọn</translation>
    </message>
    <message>
        <source>Call: go to the open reports</source>
        <translation>Cuộc gọi: sang danh sách phản ánh đang mở</translation>
    </message>
    <message>
        <source>Call: take it back while it is held</source>
        <translation>Cuộc gọi: lấy lại khi còn giữ</translation>
    </message>
    <message>
        <source>Template: save it for everybody</source>
        <translation>Mẫu: lưu cho mọi người</translation>
    </message>
    <message>
        <source>Template: begin a new one</source>
        <translation>Mẫu: bắt đầu mẫu mới</translation>
    </message>
    <message>
        <source>Template: copy it as our own</source>
        <translation>Mẫu: chép thành mẫu của đơn vị</translation>
    </message>
    <message>
        <source>Template: withdraw it</source>
        <translation>Mẫu: thu hồi</translation>
    </message>
    <message>
        <source>Template: find one</source>
        <translation>Mẫu: tìm mẫu</translation>
    </message>
    <message>
        <source>Caller: reports of the number</source>
        <translation>Người gọi: các phản ánh của số này</translation>
    </message>
    <message>
        <source>Caller: who called about the report</source>
        <translation>Người gọi: ai đã gọi về phản ánh này</translation>
    </message>
    <message>
        <source>Hand my shift over</source>
        <translation>Giao ca của tôi</translation>
    </message>
    <message>
        <source>Take the shift chosen over</source>
        <translation>Nhận ca đang chọn</translation>
    </message>
    <message>
        <source>Shift: take the last step back</source>
        <translation>Ca: hoàn tác bước vừa rồi</translation>
    </message>
    <message>
        <source>Notifications: mark all as read</source>
        <translation>Thông báo: đánh dấu đã đọc tất cả</translation>
    </message>
    <message>
        <source>Next citizen</source>
        <translation>Người tiếp theo</translation>
    </message>
    <message>
        <source>Read the document again</source>
        <translation>Đọc lại giấy tờ</translation>
    </message>
    <message>
        <source>Enter or leave full screen</source>
        <translation>Vào hoặc rời toàn màn hình</translation>
    </message>
    <message>
        <source>Wrong direction</source>
        <translation>Sai chiều</translation>
    </message>
    <message>
        <source>Supervised entry at the kiosk</source>
        <translation>Chấm công hộ tại kiosk</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ Nhật</translation>
    </message>
    <message>
        <source>NOT RECORDED</source>
        <translation>CHƯA GHI</translation>
    </message>
    <message>
        <source>{problem} Present the card again.</source>
        <translation>{problem} Hãy chạm thẻ lại.</translation>
    </message>
    <message>
        <source>Two minutes have not passed. Wrong? Press F2.</source>
        <translation>Chưa đến 2 phút từ lượt trước. Nếu sai, nhấn F2.</translation>
    </message>
    <message>
        <source>By the card&apos;s number only: it has no key.</source>
        <translation>Chỉ ghi theo số thẻ: thẻ không có khóa.</translation>
    </message>
    <message>
        <source>Entered by a supervisor.</source>
        <translation>Do người giám sát ghi hộ.</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>VÀO</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>RA</translation>
    </message>
    <message>
        <source>Your tap IN is recorded already.</source>
        <translation>Lượt VÀO của bạn đã được ghi trước đó.</translation>
    </message>
    <message>
        <source>Your tap OUT is recorded already.</source>
        <translation>Lượt RA của bạn đã được ghi trước đó.</translation>
    </message>
    <message>
        <source>Your tap is recorded already.</source>
        <translation>Lượt chạm của bạn đã được ghi trước đó.</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>KHÔNG HỢP LỆ</translation>
    </message>
    <message>
        <source>RECORDED</source>
        <translation>ĐÃ GHI</translation>
    </message>
    <message>
        <source>The card has expired. The tap is noted; ask for a new card.</source>
        <translation>Thẻ đã hết hạn. Lượt chạm vẫn được lưu; hãy xin đổi thẻ.</translation>
    </message>
    <message>
        <source>The card is not valid yet. The tap is noted; tell the site admin.</source>
        <translation>Thẻ chưa đến ngày hiệu lực. Lượt chạm vẫn được lưu; báo quản trị viên.</translation>
    </message>
    <message>
        <source>The card was revoked. The tap is noted; see the site admin.</source>
        <translation>Thẻ đã bị thu hồi. Lượt chạm vẫn được lưu; gặp quản trị viên.</translation>
    </message>
    <message>
        <source>Not a card of this city. Use your civil-servant card.</source>
        <translation>Không phải thẻ của thành phố. Hãy dùng thẻ công chức.</translation>
    </message>
    <message>
        <source>This card has only a number. The tap is noted; use your civil-servant card.</source>
        <translation>Thẻ này chỉ có số. Lượt chạm đã được ghi chú; hãy dùng thẻ công chức.</translation>
    </message>
    <message>
        <source>The card is not on this site&apos;s list. The tap is noted; see the site admin.</source>
        <translation>Thẻ không có trong danh sách. Lượt chạm vẫn được lưu; gặp quản trị viên.</translation>
    </message>
    <message>
        <source>The card cannot be read. The tap is noted; try once more.</source>
        <translation>Không đọc được thẻ. Lượt chạm vẫn được lưu; hãy thử lại.</translation>
    </message>
    <message>
        <source>OUT: present your card</source>
        <translation>RA: mời chạm thẻ</translation>
    </message>
    <message>
        <source>IN: present your card</source>
        <translation>VÀO: mời chạm thẻ</translation>
    </message>
    <message>
        <source>Present your card</source>
        <translation>Mời chạm thẻ</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc thẻ…</translation>
    </message>
    <message>
        <source>Hold the card still…</source>
        <translation>Giữ yên thẻ…</translation>
    </message>
    <message>
        <source>Please take your card</source>
        <translation>Xin lấy lại thẻ</translation>
    </message>
    <message>
        <source>Noted: other direction</source>
        <translation>Đã ghi nhận chiều ngược lại</translation>
    </message>
    <message>
        <source>Waiting for the reader</source>
        <translation>Đang chờ đầu đọc</translation>
    </message>
    <message>
        <source>Waiting for the smart-card service</source>
        <translation>Đang chờ dịch vụ thẻ thông minh</translation>
    </message>
    <message>
        <source>This kiosk is not enrolled</source>
        <translation>Máy chấm công chưa ghi danh</translation>
    </message>
    <message>
        <source>Terminal {name}</source>
        <translation>Máy {name}</translation>
    </message>
    <message>
        <source>waiting: {count}</source>
        <translation>chờ gửi: {count}</translation>
    </message>
    <message>
        <source>⚠ journal damaged: call the site admin, taps go on</source>
        <translation>⚠ sổ chấm công hỏng: báo quản trị viên, vẫn chạm thẻ được</translation>
    </message>
    <message>
        <source>waiting: {count}, since {moment}</source>
        <translation>chờ gửi: {count}, từ {moment}</translation>
    </message>
    <message>
        <source>● connected</source>
        <translation>● đã kết nối</translation>
    </message>
    <message>
        <source>⚠ receipts not genuine: call the site admin, taps go on</source>
        <translation>⚠ biên nhận không thật: báo quản trị viên, vẫn chạm thẻ được</translation>
    </message>
    <message>
        <source>⚠ connection not safe: call the site admin, taps go on</source>
        <translation>⚠ kết nối không an toàn: báo quản trị viên, vẫn chạm thẻ được</translation>
    </message>
    <message>
        <source>○ offline: taps are kept here</source>
        <translation>○ mất mạng: lượt chạm được giữ tại máy</translation>
    </message>
    <message>
        <source>card list: none yet</source>
        <translation>danh sách thẻ: chưa có</translation>
    </message>
    <message>
        <source>card list: fresh</source>
        <translation>danh sách thẻ: mới</translation>
    </message>
    <message>
        <source>card list: {hours} h old</source>
        <translation>danh sách thẻ: {hours} giờ trước</translation>
    </message>
    <message>
        <source>Check-in kiosk</source>
        <translation>Máy chấm công</translation>
    </message>
    <message>
        <source>Nobody of this name is on the list.</source>
        <translation>Không có ai tên như vậy trong danh sách.</translation>
    </message>
    <message>
        <source>Last tap</source>
        <translation>Lượt vừa rồi</translation>
    </message>
    <message>
        <source>{name}: not IN? Change to OUT (F2)</source>
        <translation>{name}: không phải VÀO? Đổi thành RA (F2)</translation>
    </message>
    <message>
        <source>{name}: not OUT? Change to IN (F2)</source>
        <translation>{name}: không phải RA? Đổi thành VÀO (F2)</translation>
    </message>
    <message>
        <source>Choose the person.</source>
        <translation>Hãy chọn người.</translation>
    </message>
    <message>
        <source>Choose IN or OUT.</source>
        <translation>Hãy chọn VÀO hoặc RA.</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>Hãy chọn lý do.</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Chiều</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Những người tìm thấy</translation>
    </message>
    <message>
        <source>Officer&apos;s PIN</source>
        <translation>PIN của cán bộ</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Thoát chế độ kiosk</translation>
    </message>
    <message>
        <source>Supervised entry</source>
        <translation>Chấm công hộ</translation>
    </message>
    <message>
        <source>Put a supervisor&apos;s card into the slot. The journal records who entered whom, and why; such an entry counts for less than a tap.</source>
        <translation>Cắm thẻ giám sát vào khe. Nhật ký ghi ai chấm hộ ai và vì sao; lượt ghi hộ có độ tin cậy thấp hơn lượt chạm thẻ.</translation>
    </message>
    <message>
        <source>Put a site admin&apos;s card into the slot. The journal records who left and when.</source>
        <translation>Cắm thẻ quản trị viên đơn vị vào khe. Nhật ký ghi ai thoát và lúc nào.</translation>
    </message>
    <message>
        <source>Card forgotten</source>
        <translation>Quên thẻ</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>Mất thẻ</translation>
    </message>
    <message>
        <source>Card broken</source>
        <translation>Hỏng thẻ</translation>
    </message>
    <message>
        <source>No card yet</source>
        <translation>Chưa được cấp thẻ</translation>
    </message>
    <message>
        <source>Reader out of order</source>
        <translation>Đầu đọc hỏng</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Place of the report</source>
        <translation>Vị trí của phản ánh</translation>
    </message>
    <message>
        <source>Large: this report. Blue: same field. Filled: still open. Arrows walk by distance, Enter opens, + and − zoom.</source>
        <translation>Chấm lớn: phản ánh này. Xanh: cùng lĩnh vực. Đặc: chưa xong. Mũi tên đi theo khoảng cách, Enter mở, + và − phóng to, thu nhỏ.</translation>
    </message>
    <message>
        <source>There is no base map and no official boundary here; none is invented. The points are those of the reports on this computer, of the last 90 days.</source>
        <translation>Chưa có bản đồ nền và chưa có ranh giới chính thức; chương trình không tự vẽ ra. Các điểm là của phản ánh có trên máy này, trong 90 ngày.</translation>
    </message>
    <message>
        <source>Place of the report among the others of its ward</source>
        <translation>Vị trí của phản ánh giữa các phản ánh cùng phường</translation>
    </message>
    <message>
        <source>No base map yet</source>
        <translation>Chưa có bản đồ nền</translation>
    </message>
    <message>
        <source>No other report of the ward has a point.</source>
        <translation>Không phản ánh nào khác của phường có tọa độ.</translation>
    </message>
    <message>
        <source>Other reports of the ward: {count}, the nearest {far} away</source>
        <translation>Phản ánh khác cùng phường: {count}, gần nhất cách {far}</translation>
    </message>
    <message>
        <source>No coordinates</source>
        <translation>Phản ánh không có tọa độ</translation>
    </message>
</context>
<context>
    <name>MyCard</name>
    <message>
        <source>Holder</source>
        <translation>Chủ thẻ</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>The issuer&apos;s signature on the card</source>
        <translation>Chữ ký của nơi cấp trên thẻ</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>Chuỗi tin cậy</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Đã ký</translation>
    </message>
    <message>
        <source>Signed, behind the PIN</source>
        <translation>Đã ký, cần PIN mới đọc</translation>
    </message>
    <message>
        <source>Not as signed</source>
        <translation>Không đúng như đã ký</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Ý nghĩa</translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>This card has no key of this kind.</source>
        <translation>Thẻ này không có khóa loại này.</translation>
    </message>
    <message>
        <source>Sign-in, with PIN</source>
        <translation>Đăng nhập, có PIN</translation>
    </message>
    <message>
        <source>Digital signature</source>
        <translation>Ký số</translation>
    </message>
    <message>
        <source>Opening what is encrypted for you</source>
        <translation>Mở dữ liệu mã hóa cho bạn</translation>
    </message>
    <message>
        <source>Check-in by tap, no PIN</source>
        <translation>Chạm chấm công, không PIN</translation>
    </message>
    <message>
        <source>Ends in {days} days, on {date}: ask for a new card</source>
        <translation>Còn {days} ngày, hết hạn {date}: hãy xin cấp thẻ mới</translation>
    </message>
    <message>
        <source>Valid until {date}</source>
        <translation>Còn hạn đến {date}</translation>
    </message>
    <message>
        <source>no path to an installed root certificate</source>
        <translation>không dẫn tới chứng thư gốc nào đã cài</translation>
    </message>
    <message>
        <source>not examined</source>
        <translation>chưa khám được</translation>
    </message>
    <message>
        <source>The card&apos;s identifier is as its issuer signed it</source>
        <translation>Mã định danh thẻ đúng như nơi cấp đã ký</translation>
    </message>
    <message>
        <source>The signature holds; whose it is is not known</source>
        <translation>Chữ ký đúng; chưa biết là của ai</translation>
    </message>
    <message>
        <source>The signature holds, but its signer cannot vouch for this card</source>
        <translation>Chữ ký đúng, nhưng người ký không có quyền bảo đảm cho thẻ này</translation>
    </message>
    <message>
        <source>The identifier was signed for another card and copied here</source>
        <translation>Mã định danh được ký cho thẻ khác rồi chép sang đây</translation>
    </message>
    <message>
        <source>The identifier is not as its issuer signed it</source>
        <translation>Mã định danh không đúng như nơi cấp đã ký</translation>
    </message>
    <message>
        <source>Something on the card is not as its issuer signed it</source>
        <translation>Có dữ liệu trên thẻ không đúng như nơi cấp đã ký</translation>
    </message>
    <message>
        <source>The issuer signed nothing on this card</source>
        <translation>Nơi cấp không ký gì trên thẻ này</translation>
    </message>
    <message>
        <source>What the issuer signed cannot be read here</source>
        <translation>Không đọc được phần nơi cấp đã ký</translation>
    </message>
    <message>
        <source>Proved: this authority had the identifier written. Not proved: that the chip is no copy; the test signature shows that.</source>
        <translation>Đã chứng minh: chính cơ quan này cho ghi mã định danh. Chưa chứng minh: chip không phải bản sao; việc đó do Ký thử chứng minh.</translation>
    </message>
    <message>
        <source>Nothing is proved by it; the certificates stand for themselves.</source>
        <translation>Phần này không chứng minh gì; các chứng thư tự có giá trị riêng.</translation>
    </message>
    <message>
        <source>Do not rely on this card. Show it to the office that issued it.</source>
        <translation>Đừng tin thẻ này. Đưa thẻ cho nơi cấp xem.</translation>
    </message>
    <message>
        <source>not examined: this workstation has no root certificate installed</source>
        <translation>chưa xét: máy này chưa cài chứng thư gốc nào</translation>
    </message>
    <message>
        <source>nobody: the signer&apos;s certificate is not made for signing cards</source>
        <translation>không ai: chứng thư của người ký không dùng để ký thẻ</translation>
    </message>
    <message>
        <source>nobody any more: the signer&apos;s certificate is over</source>
        <translation>không còn ai: chứng thư của người ký đã hết hạn</translation>
    </message>
    <message>
        <source>nobody any more: the signer&apos;s certificate was taken back</source>
        <translation>không còn ai: chứng thư của người ký đã bị thu hồi</translation>
    </message>
    <message>
        <source>nobody: the signer&apos;s certificate does not hold</source>
        <translation>không ai: chứng thư của người ký không hợp lệ</translation>
    </message>
    <message>
        <source>identifier (CHUID)</source>
        <translation>mã định danh (CHUID)</translation>
    </message>
    <message>
        <source>capability container (CCC)</source>
        <translation>khối mô tả thẻ (CCC)</translation>
    </message>
    <message>
        <source>discovery object</source>
        <translation>đối tượng chỉ ứng dụng</translation>
    </message>
    <message>
        <source>key history</source>
        <translation>lịch sử khóa</translation>
    </message>
    <message>
        <source>printed information</source>
        <translation>thông tin in trên thẻ</translation>
    </message>
    <message>
        <source>face</source>
        <translation>ảnh khuôn mặt</translation>
    </message>
    <message>
        <source>fingerprints</source>
        <translation>vân tay</translation>
    </message>
    <message>
        <source>security object</source>
        <translation>đối tượng bảo mật</translation>
    </message>
    <message>
        <source>not known here: no list of its issuer</source>
        <translation>chưa rõ: máy chưa có danh sách của nơi cấp</translation>
    </message>
    <message>
        <source>revoked, by the list of {age} ago</source>
        <translation>đã thu hồi, theo danh sách cách đây {age}</translation>
    </message>
    <message>
        <source>not on the last list, which is out of date ({age} old)</source>
        <translation>không có trong danh sách gần nhất, nhưng danh sách đã cũ ({age})</translation>
    </message>
    <message>
        <source>not revoked; the list is {age} old</source>
        <translation>chưa bị thu hồi; danh sách ban hành {age} trước</translation>
    </message>
    <message>
        <source>Held to the reader the card tells only its check-in key. Put it into a slot.</source>
        <translation>Khi chạm, thẻ chỉ cho xem khóa chấm công. Hãy cắm thẻ vào khe.</translation>
    </message>
    <message>
        <source>The PIN is blocked</source>
        <translation>PIN đã bị khóa</translation>
    </message>
    <message>
        <source>The PIN is verified</source>
        <translation>PIN đã được xác nhận</translation>
    </message>
    <message>
        <source>PIN tries left: {count}</source>
        <translation>PIN còn {count} lần thử</translation>
    </message>
    <message>
        <source>the card does not tell the tries of its PUK</source>
        <translation>thẻ không cho biết số lần thử PUK</translation>
    </message>
    <message>
        <source>PUK tries left: {count}</source>
        <translation>PUK còn {count} lần thử</translation>
    </message>
    <message>
        <source>The chip signed ({algorithm}, within {milliseconds} ms), and the signature holds.</source>
        <translation>Chip đã ký ({algorithm}, trong {milliseconds} ms) và chữ ký đúng.</translation>
    </message>
    <message>
        <source>Proved: this chip holds the key of its check-in certificate; it is no copy. Not proved: who is holding the card. No PIN was asked, no try was spent.</source>
        <translation>Đã chứng minh: chip này giữ đúng khóa của chứng thư chấm công, không phải bản sao. Chưa chứng minh: ai đang cầm thẻ. Không hỏi PIN, không tốn lần thử nào.</translation>
    </message>
    <message>
        <source>The card is being prepared…</source>
        <translation>Đang chuẩn bị thẻ…</translation>
    </message>
    <message>
        <source>Another program is still busy with it. Leave the card where it is.</source>
        <translation>Chương trình khác còn đang dùng thẻ. Cứ để yên thẻ.</translation>
    </message>
    <message>
        <source>No card in a reader.</source>
        <translation>Chưa có thẻ trong đầu đọc.</translation>
    </message>
    <message>
        <source>Put your card in; it is shown by itself.</source>
        <translation>Hãy cắm thẻ; nội dung tự hiện ra.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Đang đọc thẻ…</translation>
    </message>
    <message>
        <source>My card</source>
        <translation>Thẻ của tôi</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Đầu đọc</translation>
    </message>
    <message>
        <source>Test signature</source>
        <translation>Ký thử</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Đổi PIN</translation>
    </message>
    <message>
        <source>Unblock by PUK</source>
        <translation>Mở khóa bằng PUK</translation>
    </message>
    <message>
        <source>The new PIN was not repeated alike; nothing was sent to the card.</source>
        <translation>PIN mới gõ lại không khớp; chưa gửi gì tới thẻ.</translation>
    </message>
    <message>
        <source>The card has its new PIN.</source>
        <translation>Thẻ đã nhận PIN mới.</translation>
    </message>
    <message>
        <source>Type on the reader now.</source>
        <translation>Nhập trên đầu đọc ngay bây giờ.</translation>
    </message>
    <message>
        <source>On the reader&apos;s keys: the PIN until now, then the new PIN, then the new PIN again.</source>
        <translation>Trên phím của đầu đọc: mã PIN hiện tại, rồi mã PIN mới, rồi mã PIN mới lần nữa.</translation>
    </message>
    <message>
        <source>On the reader&apos;s keys: the PUK, then the new PIN, then the new PIN again.</source>
        <translation>Trên phím của đầu đọc: mã PUK, rồi mã PIN mới, rồi mã PIN mới lần nữa.</translation>
    </message>
    <message>
        <source>PIN until now</source>
        <translation>PIN hiện tại</translation>
    </message>
    <message>
        <source>PUK</source>
        <translation>Mã PUK</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>Gõ lại PIN mới</translation>
    </message>
    <message>
        <source>New PIN (6 to 8 characters)</source>
        <translation>PIN mới (6 đến 8 ký tự)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>{unit} (the unit)</source>
        <translation>{unit} (cả đơn vị)</translation>
    </message>
</context>
<context>
    <name>Neighbours</name>
    <message>
        <source>Similar: {count}</source>
        <translation>Tương tự: {count}</translation>
    </message>
    <message>
        <source>Earlier at this place: {count}</source>
        <translation>Trước đây tại chỗ này: {count}</translation>
    </message>
    <message>
        <source>Reports near by</source>
        <translation>Phản ánh liên quan</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Instant cases that came in: {count}</source>
        <translation>Vụ việc tức thời mới đến: {count}</translation>
    </message>
    <message>
        <source>Look (F12)</source>
        <translation>Xem (F12)</translation>
    </message>
    <message>
        <source>● new</source>
        <translation>● mới</translation>
    </message>
    <message>
        <source>a report no longer with you</source>
        <translation>phản ánh không còn thuộc bạn</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Đánh dấu đã đọc tất cả</translation>
    </message>
    <message>
        <source>What concerns you, newest first</source>
        <translation>Việc liên quan đến bạn, mới nhất trước</translation>
    </message>
    <message>
        <source>Nothing yet. What others do to your work, and your deadlines, appear here.</source>
        <translation>Chưa có gì. Những gì người khác làm với việc của bạn và các hạn của bạn sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Instant case</source>
        <translation>Vụ việc tức thời</translation>
    </message>
    <message>
        <source>Given to you</source>
        <translation>Giao cho bạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Deadline moved</source>
        <translation>Hạn thay đổi</translation>
    </message>
    <message>
        <source>Answer sent back</source>
        <translation>Câu trả lời bị yêu cầu sửa</translation>
    </message>
    <message>
        <source>Waits for your approval</source>
        <translation>Chờ bạn duyệt</translation>
    </message>
    <message>
        <source>Waits to be published</source>
        <translation>Chờ công bố</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>The citizen replied</source>
        <translation>Người dân đã bổ sung</translation>
    </message>
    <message>
        <source>Extension asked for</source>
        <translation>Xin gia hạn</translation>
    </message>
    <message>
        <source>Extension decided</source>
        <translation>Đã xét gia hạn</translation>
    </message>
    <message>
        <source>Reopening asked for</source>
        <translation>Đề nghị mở lại</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>Đôn đốc</translation>
    </message>
    <message>
        <source>Contribution arrived</source>
        <translation>Có nội dung phối hợp</translation>
    </message>
    <message>
        <source>A unit has a question for the citizen</source>
        <translation>Đơn vị có câu hỏi cho người dân</translation>
    </message>
    <message>
        <source>Not accepted in time</source>
        <translation>Quá giờ tiếp nhận</translation>
    </message>
    <message>
        <source>it waits for you and is worked at any hour</source>
        <translation>đang chờ bạn và xử lý ở mọi giờ</translation>
    </message>
    <message>
        <source>you or your unit do it</source>
        <translation>bạn hoặc đơn vị bạn thực hiện</translation>
    </message>
    <message>
        <source>it is yours and its time is over</source>
        <translation>việc của bạn và đã hết hạn</translation>
    </message>
    <message>
        <source>it is yours and due today</source>
        <translation>việc của bạn và đến hạn hôm nay</translation>
    </message>
    <message>
        <source>it is yours; other working days are in force</source>
        <translation>việc của bạn; lịch làm việc đã thay đổi</translation>
    </message>
    <message>
        <source>it is yours and the answer needs work</source>
        <translation>việc của bạn, câu trả lời cần sửa</translation>
    </message>
    <message>
        <source>you approve for this unit</source>
        <translation>bạn duyệt cho đơn vị này</translation>
    </message>
    <message>
        <source>you publish</source>
        <translation>bạn công bố</translation>
    </message>
    <message>
        <source>you distribute it anew</source>
        <translation>bạn phân phối lại</translation>
    </message>
    <message>
        <source>you asked, or it is yours</source>
        <translation>bạn đã hỏi, hoặc là việc của bạn</translation>
    </message>
    <message>
        <source>you decide on it</source>
        <translation>bạn quyết định</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>bạn đã xin</translation>
    </message>
    <message>
        <source>it is yours or your unit&apos;s</source>
        <translation>việc của bạn hoặc đơn vị bạn</translation>
    </message>
    <message>
        <source>you write the answer</source>
        <translation>bạn soạn trả lời</translation>
    </message>
    <message>
        <source>you read it, change it and send it</source>
        <translation>bạn đọc, sửa và gửi câu hỏi</translation>
    </message>
    <message>
        <source>it was given to your unit, or you watch over its work</source>
        <translation>phản ánh giao cho đơn vị của bạn, hoặc do bạn theo dõi</translation>
    </message>
    <message>
        <source>IOC Desk: instant case</source>
        <translation>IOC Desk: vụ việc tức thời</translation>
    </message>
    <message>
        <source>IOC Desk</source>
        <translation>IOC Desk</translation>
    </message>
    <message>
        <source>others: {count}</source>
        <translation>khác: {count}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>held for undo</source>
        <translation>đang giữ để hoàn tác</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>chờ gửi</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>received by the centre</source>
        <translation>trung tâm đã nhận</translation>
    </message>
    <message>
        <source>sent, no answer yet</source>
        <translation>đã gửi, chưa có trả lời</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>cần bạn xử lý</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>đã bỏ</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Fixed</source>
        <translation>Đã khắc phục</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Có kế hoạch</translation>
    </message>
    <message>
        <source>Cannot be fixed</source>
        <translation>Không khắc phục được</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Phản ánh</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Command, filter, report, page …</source>
        <translation>Lệnh, bộ lọc, phản ánh, trang …</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Bảng lệnh</translation>
    </message>
    <message>
        <source>What can be done now</source>
        <translation>Những việc làm được lúc này</translation>
    </message>
    <message>
        <source>Guide: {page}</source>
        <translation>Hướng dẫn: {page}</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>Deliverable</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Co-processors: each contributes a part, one answer</source>
        <translation>Đơn vị phối hợp: mỗi nơi góp một phần, một câu trả lời</translation>
    </message>
    <message>
        <source>What follows from both reasons</source>
        <translation>Kết luận từ cả hai lý do</translation>
    </message>
    <message>
        <source>Due in {minutes} minutes, or at 17:00 on</source>
        <translation>Hạn sau {minutes} phút, hoặc 17:00 ngày</translation>
    </message>
    <message>
        <source>Due, at 17:00 on</source>
        <translation>Hạn, 17:00 ngày</translation>
    </message>
    <message>
        <source>Public holidays are provisional: the centre has not confirmed its calendar.</source>
        <translation>Ngày nghỉ lễ là tạm tính: trung tâm chưa xác nhận lịch làm việc.</translation>
    </message>
    <message>
        <source>There is no calendar of {year} yet: only weekends are counted.</source>
        <translation>Chưa có lịch năm {year}: chỉ tính thứ Bảy, Chủ nhật.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Quy trình</translation>
    </message>
    <message>
        <source>Ward or commune</source>
        <translation>Phường, xã</translation>
    </message>
    <message>
        <source>Address as written</source>
        <translation>Địa chỉ như đã ghi</translation>
    </message>
    <message>
        <source>I have read title and text: what the public will read identifies nobody</source>
        <translation>Tôi đã đọc tiêu đề và nội dung: phần công khai không để lộ danh tính ai</translation>
    </message>
    <message>
        <source>About whom (they and their unit will never see it)</source>
        <translation>Phản ánh về ai (người đó và đơn vị sẽ không bao giờ thấy)</translation>
    </message>
    <message>
        <source>{command} (Ctrl+Enter)</source>
        <translation>{command} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Hủy (Esc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Confirm: {command}</source>
        <translation>Xác nhận: {command}</translation>
    </message>
    <message>
        <source>Note for colleagues (not for the citizen)</source>
        <translation>Ghi chú nội bộ (người dân không thấy)</translation>
    </message>
    <message>
        <source>Our part of the answer</source>
        <translation>Phần nội dung của đơn vị chúng tôi</translation>
    </message>
    <message>
        <source>What must be changed</source>
        <translation>Nội dung cần sửa</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Explanation for the dispatcher</source>
        <translation>Giải thích cho điều phối viên</translation>
    </message>
    <message>
        <source>Explanation as the citizen will read it</source>
        <translation>Giải thích (người dân sẽ đọc)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Question for the citizen; the dispatcher reads it and sends it</source>
        <translation>Câu hỏi cho người dân; điều phối viên đọc rồi gửi</translation>
    </message>
    <message>
        <source>Question as the citizen will read it (the unit&apos;s words; change them)</source>
        <translation>Câu hỏi người dân sẽ đọc (lời của đơn vị; hãy sửa cho rõ)</translation>
    </message>
    <message>
        <source>Question as the citizen will read it</source>
        <translation>Câu hỏi (người dân sẽ đọc)</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>Xem lại ngày</translation>
    </message>
    <message>
        <source>New deadline</source>
        <translation>Hạn mới</translation>
    </message>
    <message>
        <source>One waits already; what you ask for now takes its place:</source>
        <translation>Đã có một đề nghị đang chờ; đề nghị này sẽ thay thế:</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Không đồng ý</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Lý do (không bắt buộc)</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Leave closed</source>
        <translation>Giữ nguyên đã đóng</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Mức ưu tiên</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Các nhãn, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Chiến dịch</translation>
    </message>
    <message>
        <source>Code of the first report</source>
        <translation>Mã phản ánh gốc</translation>
    </message>
    <message>
        <source>Code of the report that goes on</source>
        <translation>Mã phản ánh tiếp tục xử lý</translation>
    </message>
    <message>
        <source>How it ends: this report is decided there. Both end together, with one answer.</source>
        <translation>Cách kết thúc: phản ánh này được quyết định ở phản ánh kia. Hai phản ánh kết thúc cùng nhau, một câu trả lời.</translation>
    </message>
    <message>
        <source>Titles of the parts, one a line (2 to 10)</source>
        <translation>Tiêu đề các phần, mỗi dòng một tiêu đề (2 đến 10)</translation>
    </message>
    <message>
        <source>How it ends: each part is answered by itself; this report only when every part is done.</source>
        <translation>Cách kết thúc: mỗi phần được trả lời riêng; phản ánh này chỉ trả lời khi mọi phần đã xong.</translation>
    </message>
    <message>
        <source>Why the report came back</source>
        <translation>Vì sao phản ánh bị trả lại</translation>
    </message>
    <message>
        <source>Return {number}: {unit}</source>
        <translation>Trả lại lần {number}: {unit}</translation>
    </message>
</context>
<context>
    <name>Phase</name>
    <message>
        <source>Received</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>Chờ ông/bà bổ sung</translation>
    </message>
    <message>
        <source>Handled</source>
        <translation>Đã xử lý</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không tiếp nhận</translation>
    </message>
    <message>
        <source>Reported before</source>
        <translation>Đã có phản ánh trước</translation>
    </message>
    <message>
        <source>Being reconsidered</source>
        <translation>Đang xem xét lại</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>At most {count} files at a time; the rest was left out.</source>
        <translation>Mỗi lần tối đa {count} tệp; các tệp còn lại chưa được thêm.</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>Các tệp sắp thêm</translation>
    </message>
    <message>
        <source>Add to the report: {count}</source>
        <translation>Thêm vào phản ánh: {count}</translation>
    </message>
    <message>
        <source>{name} is looked into…</source>
        <translation>Đang kiểm tra {name}…</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>Bỏ {name}</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>Không đọc được tệp {name}.</translation>
    </message>
    <message>
        <source>It may be open elsewhere or on a drive that is gone.</source>
        <translation>Có thể tệp đang mở ở nơi khác hoặc nằm trên ổ đĩa đã rút ra.</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>ảnh dán vào</translation>
    </message>
    <message>
        <source>Shown at {percent} %</source>
        <translation>Đang xem ở {percent} %</translation>
    </message>
    <message>
        <source>Before and after the work</source>
        <translation>Trước và sau khi xử lý</translation>
    </message>
    <message>
        <source>{percent} % from before, the rest from after</source>
        <translation>{percent} % là ảnh trước, phần còn lại là ảnh sau</translation>
    </message>
    <message>
        <source>This document is not on this computer yet.</source>
        <translation>Tài liệu này chưa có trên máy này.</translation>
    </message>
    <message>
        <source>This photo is not on this computer yet.</source>
        <translation>Ảnh này chưa có trên máy.</translation>
    </message>
    <message>
        <source>It is fetched as soon as the centre can be reached, and is then kept here.</source>
        <translation>Ảnh được tải về khi có kết nối với trung tâm, sau đó được giữ trên máy.</translation>
    </message>
    <message>
        <source>This document is no longer there.</source>
        <translation>Tài liệu này không còn nữa.</translation>
    </message>
    <message>
        <source>This photo is no longer there.</source>
        <translation>Ảnh này không còn nữa.</translation>
    </message>
    <message>
        <source>The centre has it no more, or the report has left this desk.</source>
        <translation>Trung tâm không còn ảnh, hoặc phản ánh đã chuyển đi.</translation>
    </message>
    <message>
        <source>Rectangles: {count}</source>
        <translation>Ô che: {count}</translation>
    </message>
    <message>
        <source>Rectangle {number}: {left} % from the left, {top} % from the top</source>
        <translation>Ô che {number}: cách trái {left} %, cách trên {top} %</translation>
    </message>
    <message>
        <source>This report has no photos.</source>
        <translation>Phản ánh này không có ảnh.</translation>
    </message>
    <message>
        <source>Pictures and PDF</source>
        <translation>Ảnh và PDF</translation>
    </message>
    <message>
        <source>Add photos or files</source>
        <translation>Thêm ảnh hoặc tệp</translation>
    </message>
    <message>
        <source>Nothing can be added to this report now.</source>
        <translation>Hiện không thêm được tệp vào phản ánh này.</translation>
    </message>
    <message>
        <source>Added, and sent as soon as the centre can be reached: {count}</source>
        <translation>Đã thêm, sẽ gửi khi có kết nối với trung tâm: {count}</translation>
    </message>
    <message>
        <source>The public copy is made. Only it can go with the answer.</source>
        <translation>Đã tạo bản công khai. Chỉ bản này được đi kèm câu trả lời.</translation>
    </message>
    <message>
        <source>Taken back; nothing of it was added.</source>
        <translation>Đã thu lại; chưa tệp nào được thêm.</translation>
    </message>
    <message>
        <source>Too late to take back: it is on its way.</source>
        <translation>Không thu lại được nữa: tệp đang trên đường gửi.</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Ảnh và tệp</translation>
    </message>
    <message>
        <source>Add files (Ctrl+O)</source>
        <translation>Thêm tệp (Ctrl+O)</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Không gửi nữa</translation>
    </message>
    <message>
        <source>Take back the files that wait</source>
        <translation>Thu lại các tệp đang chờ gửi</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Send the files that wait now</source>
        <translation>Gửi ngay các tệp đang chờ</translation>
    </message>
    <message>
        <source>Internal, not decided: {count}</source>
        <translation>Ảnh chưa quyết định công khai: {count}</translation>
    </message>
    <message>
        <source>No photos yet. Drop files here, paste them, or choose them.</source>
        <translation>Chưa có ảnh. Kéo thả, dán hoặc chọn tệp.</translation>
    </message>
    <message>
        <source>Photos of the report</source>
        <translation>Ảnh của phản ánh</translation>
    </message>
    <message>
        <source>Photo {place} of {count}</source>
        <translation>Ảnh {place}/{count}</translation>
    </message>
    <message>
        <source>Fetching the photo…</source>
        <translation>Đang tải ảnh…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Document of the report</source>
        <translation>Tài liệu của phản ánh</translation>
    </message>
    <message>
        <source>Opening the document…</source>
        <translation>Đang mở tài liệu…</translation>
    </message>
    <message>
        <source>These photos are no longer here.</source>
        <translation>Các ảnh này không còn ở đây.</translation>
    </message>
    <message>
        <source>They left this desk together with their report.</source>
        <translation>Phản ánh đã chuyển đi, ảnh cũng không còn trên máy này.</translation>
    </message>
    <message>
        <source>Draw over faces, plates and whatever else nobody may see.</source>
        <translation>Hãy vẽ ô che lên khuôn mặt, biển số và mọi thứ không được để lộ.</translation>
    </message>
    <message>
        <source>The photo itself stays internal. Nothing to cover? Make the public copy as it is.</source>
        <translation>Ảnh gốc vẫn là nội bộ. Không có gì phải che? Cứ tạo bản công khai như đang thấy.</translation>
    </message>
    <message>
        <source>Making the public copy…</source>
        <translation>Đang tạo bản công khai…</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>Ảnh trước đó (PgUp)</translation>
    </message>
    <message>
        <source>Next photo (PgDn)</source>
        <translation>Ảnh tiếp theo (PgDn)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Phóng to (+)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Vừa khung</translation>
    </message>
    <message>
        <source>Previous page (PgUp)</source>
        <translation>Trang trước (PgUp)</translation>
    </message>
    <message>
        <source>Next page (PgDn)</source>
        <translation>Trang sau (PgDn)</translation>
    </message>
    <message>
        <source>Show the whole page (0)</source>
        <translation>Xem toàn bộ trang (0)</translation>
    </message>
    <message>
        <source>Show the whole photo (0)</source>
        <translation>Xem toàn bộ ảnh (0)</translation>
    </message>
    <message>
        <source>Full size (1)</source>
        <translation>Kích thước thật (1)</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Xoay</translation>
    </message>
    <message>
        <source>Turn a quarter clockwise, only here</source>
        <translation>Xoay một phần tư vòng, chỉ khi xem</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Compare before and after the work</source>
        <translation>So sánh trước và sau khi xử lý</translation>
    </message>
    <message>
        <source>Public copy</source>
        <translation>Bản công khai</translation>
    </message>
    <message>
        <source>Show what the public may see</source>
        <translation>Xem bản mà người dân được thấy</translation>
    </message>
    <message>
        <source>Cover and decide…</source>
        <translation>Che và quyết định…</translation>
    </message>
    <message>
        <source>Cover what nobody may see and make the public copy</source>
        <translation>Che phần không được để lộ và tạo bản công khai</translation>
    </message>
    <message>
        <source>Rectangle (Insert)</source>
        <translation>Ô che (Insert)</translation>
    </message>
    <message>
        <source>Lay a rectangle</source>
        <translation>Đặt một ô che</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Bỏ ô (Delete)</translation>
    </message>
    <message>
        <source>Remove the rectangle</source>
        <translation>Bỏ ô che</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Hoàn tác bước vừa rồi</translation>
    </message>
    <message>
        <source>Make the public copy (Ctrl+Enter)</source>
        <translation>Tạo bản công khai (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Make the public copy</source>
        <translation>Tạo bản công khai</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Hủy (Esc)</translation>
    </message>
    <message>
        <source>Stop without a public copy</source>
        <translation>Hủy, không tạo bản công khai</translation>
    </message>
    <message>
        <source>Internal, not decided</source>
        <translation>Nội bộ, chưa quyết định</translation>
    </message>
    <message>
        <source>Public copy ready</source>
        <translation>Đã có bản công khai</translation>
    </message>
    <message>
        <source>Goes with the answer</source>
        <translation>Đi kèm câu trả lời</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã công bố</translation>
    </message>
    <message>
        <source>Before the work</source>
        <translation>Trước khi xử lý</translation>
    </message>
    <message>
        <source>After the work</source>
        <translation>Sau khi xử lý</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>On its way, goes on where it stopped</source>
        <translation>Đang gửi, sẽ gửi tiếp từ chỗ đã dừng</translation>
    </message>
    <message>
        <source>Sent, the centre is taking it</source>
        <translation>Đã gửi, trung tâm đang nhận</translation>
    </message>
    <message>
        <source>Not taken by the centre</source>
        <translation>Trung tâm không nhận</translation>
    </message>
    <message>
        <source>Sent: {percent} % ({sent} of {size})</source>
        <translation>Đã gửi: {percent} % ({sent} trên {size})</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>Photos the public will see</source>
        <translation>Ảnh người dân sẽ thấy</translation>
    </message>
    <message>
        <source>Photo {number}: {moment}</source>
        <translation>Ảnh {number}: {moment}</translation>
    </message>
    <message>
        <source>Photos that stay internal until somebody decides about them: {count}</source>
        <translation>Ảnh còn là nội bộ vì chưa ai quyết định: {count}</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Only the first {shown} of {count} pages are shown.</source>
        <translation>Chỉ hiển thị {shown} trang đầu trong tổng số {count} trang.</translation>
    </message>
    <message>
        <source>Document {name}</source>
        <translation>Tài liệu {name}</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>{count} more</source>
        <translation>và {count} người nữa</translation>
    </message>
    <message>
        <source>{name} is writing an answer (since {time})</source>
        <translation>{name} đang soạn trả lời (từ {time})</translation>
    </message>
    <message>
        <source>{name} has this open (since {time})</source>
        <translation>{name} đang xem (từ {time})</translation>
    </message>
</context>
<context>
    <name>Priority</name>
    <message>
        <source>Low</source>
        <translation>Thấp</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Bình thường</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Cao</translation>
    </message>
</context>
<context>
    <name>Procedure</name>
    <message>
        <source>Instant: worked on at once, 30 minutes</source>
        <translation>Tức thời: làm ngay, 30 phút</translation>
    </message>
    <message>
        <source>Timed: working days</source>
        <translation>Có thời gian: theo ngày làm việc</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message>
        <source>Publication preview</source>
        <translation>Xem trước khi công bố</translation>
    </message>
    <message>
        <source>I have read the page as the citizen will see it</source>
        <translation>Tôi đã đọc trang đúng như người dân sẽ thấy</translation>
    </message>
    <message>
        <source>Publish (Ctrl+Enter)</source>
        <translation>Công bố (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Công bố ngay</translation>
    </message>
    <message>
        <source>Photos still to come: {count}</source>
        <translation>Ảnh còn đang tải: {count}</translation>
    </message>
    <message>
        <source>This is what the citizen will see:</source>
        <translation>Người dân sẽ thấy đúng như sau:</translation>
    </message>
    <message>
        <source>The citizen&apos;s page</source>
        <translation>Trang của người dân</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Hủy (Esc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Publisher: {unit} · result: {outcome}</source>
        <translation>Đơn vị trả lời: {unit} · kết quả: {outcome}</translation>
    </message>
    <message>
        <source>By policy you publish as the approver: the record names you in both roles.</source>
        <translation>Theo quy chế, bạn công bố với tư cách người duyệt: diễn biến ghi cả hai vai trò của bạn.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Thư mục:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại thư mục trước</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Tiến tới thư mục sau</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cha</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Lên thư mục cha</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo một thư mục mới</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Dạng danh sách</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Xem dạng danh sách</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Dạng chi tiết</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Xem dạng chi tiết</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Các nơi thường dùng</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Loại tệp:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Tê&amp;n tệp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện </translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Hiện tệp ẩ&amp;n</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nơi gần đây</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích cỡ</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>All other platforms</comment>
        <translation>Loại</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cắ&amp;t</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Not in our field</source>
        <translation>Không thuộc lĩnh vực của đơn vị</translation>
    </message>
    <message>
        <source>Not in our area</source>
        <translation>Không thuộc địa bàn của đơn vị</translation>
    </message>
    <message>
        <source>Place is unclear</source>
        <translation>Địa điểm chưa rõ</translation>
    </message>
    <message>
        <source>Content is unclear</source>
        <translation>Nội dung chưa rõ</translation>
    </message>
    <message>
        <source>Another unit must lead</source>
        <translation>Cần đơn vị khác chủ trì</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>No basis to handle it</source>
        <translation>Không có cơ sở xử lý</translation>
    </message>
    <message>
        <source>Not a matter of the city</source>
        <translation>Không thuộc thẩm quyền của thành phố</translation>
    </message>
    <message>
        <source>Not enough information</source>
        <translation>Thiếu thông tin</translation>
    </message>
    <message>
        <source>Handled already</source>
        <translation>Đã được xử lý</translation>
    </message>
    <message>
        <source>Offensive or unlawful content</source>
        <translation>Nội dung xúc phạm hoặc trái pháp luật</translation>
    </message>
    <message>
        <source>Complex case</source>
        <translation>Vụ việc phức tạp</translation>
    </message>
    <message>
        <source>Several units involved</source>
        <translation>Nhiều đơn vị cùng xử lý</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Thời tiết</translation>
    </message>
    <message>
        <source>Waiting for funds or materials</source>
        <translation>Chờ kinh phí hoặc vật tư</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Sealed copy of unsent work</source>
        <translation>Bản niêm phong việc chưa gửi</translation>
    </message>
    <message>
        <source>The centre is asked to open it…</source>
        <translation>Đang nhờ trung tâm mở…</translation>
    </message>
    <message>
        <source>Brought back: {count}. It waits for your decision; nothing was sent.</source>
        <translation>Đã lấy lại: {count} mục. Chúng chờ bạn quyết định; chưa gửi gì đi.</translation>
    </message>
    <message>
        <source>Ask the centre again</source>
        <translation>Nhờ trung tâm lần nữa</translation>
    </message>
    <message>
        <source>No sealed copy lies on this computer.</source>
        <translation>Trên máy này không có bản niêm phong nào.</translation>
    </message>
    <message>
        <source>Site admins who have signed: {count} of 2</source>
        <translation>Quản trị viên đơn vị đã ký: {count}/2</translation>
    </message>
    <message>
        <source>Lost card</source>
        <translation>Mất thẻ</translation>
    </message>
    <message>
        <source>Unsent work of a lost card lies sealed on the computer where it was written, or in the file saved at the sign-out. Two site admins open it together, for you alone: each puts their card into a second reader and types the PIN; where there is none, yours is lent to them. It is recorded at the centre.</source>
        <translation>Việc chưa gửi của thẻ bị mất được niêm phong trên máy nơi đã viết, hoặc trong tệp lưu lúc đăng xuất. Hai quản trị viên cùng mở, chỉ cho riêng bạn: mỗi người cắm thẻ vào đầu đọc thứ hai và gõ PIN; nếu không có đầu đọc thứ hai thì nhường đầu đọc của bạn. Trung tâm ghi lại việc này.</translation>
    </message>
    <message>
        <source>Sealed copies</source>
        <translation>Các bản niêm phong</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Let both sign at this reader…</source>
        <translation>Cho cả hai ký tại đầu đọc này…</translation>
    </message>
    <message>
        <source>Site admin&apos;s PIN (card in the second reader)</source>
        <translation>PIN của quản trị (thẻ trong đầu đọc thứ hai)</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ký</translation>
    </message>
    <message>
        <source>Your reader is lent for {minutes} minutes more; then the desk locks.</source>
        <translation>Đầu đọc của bạn còn được nhường {minutes} phút; sau đó máy khóa.</translation>
    </message>
    <message>
        <source>3 of 3: your own card again, and its PIN.</source>
        <translation>3/3: cắm lại thẻ của bạn và gõ PIN.</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>PIN của bạn</translation>
    </message>
    <message>
        <source>Take the reader back</source>
        <translation>Lấy lại đầu đọc</translation>
    </message>
    <message>
        <source>{number} of 3: take the card in the reader out, put a site admin&apos;s in, and let them type its PIN.</source>
        <translation>{number}/3: rút thẻ đang cắm, cắm thẻ của một quản trị viên và để người đó gõ PIN.</translation>
    </message>
    <message>
        <source>Site admin&apos;s PIN (card in this reader)</source>
        <translation>PIN của quản trị viên (thẻ trong đầu đọc này)</translation>
    </message>
    <message>
        <source>Two site admins at this reader</source>
        <translation>Hai quản trị viên ký tại đầu đọc này</translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message>
        <source>Take it (Ctrl+T)</source>
        <translation>Chọn (Ctrl+T)</translation>
    </message>
    <message>
        <source>Take the proposed unit</source>
        <translation>Chọn đơn vị được gợi ý</translation>
    </message>
    <message>
        <source>same field and ward</source>
        <translation>cùng lĩnh vực và phường, xã</translation>
    </message>
    <message>
        <source>same field</source>
        <translation>cùng lĩnh vực</translation>
    </message>
    <message>
        <source>Proposed: {unit} – {agreeing}/{of} similar reports ({where}).</source>
        <translation>Gợi ý: {unit} – {agreeing}/{of} vụ tương tự ({where}).</translation>
    </message>
    <message>
        <source>Such proposals were right {right} times of {tried}.</source>
        <translation>Gợi ý như thế đúng {right}/{tried} lần.</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Keep this search as a list</source>
        <translation>Lưu tìm kiếm này thành bộ lọc</translation>
    </message>
    <message>
        <source>“{name}” is shared no longer.</source>
        <translation>Đã thôi chia sẻ “{name}”.</translation>
    </message>
    <message>
        <source>“{name}” is shared with your unit.</source>
        <translation>Đã chia sẻ “{name}” với đơn vị.</translation>
    </message>
    <message>
        <source>The list “{name}” is deleted.</source>
        <translation>Đã xóa bộ lọc “{name}”.</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Tên bộ lọc</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Share no longer</source>
        <translation>Thôi chia sẻ</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Bỏ ghim</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Ghim lên đầu</translation>
    </message>
    <message>
        <source>Share with my unit</source>
        <translation>Chia sẻ với đơn vị</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Danh sách</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Đang tìm</translation>
    </message>
    <message>
        <source>All reports are looked at.</source>
        <translation>Đang tìm trong toàn bộ phản ánh.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>All reports were searched. Try fewer or other words.</source>
        <translation>Đã tìm trong tất cả phản ánh. Hãy bớt từ hoặc thử từ khác.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Xóa tìm kiếm</translation>
    </message>
    <message>
        <source>There is no “{asked}”.</source>
        <translation>Không có “{asked}”.</translation>
    </message>
    <message>
        <source>“{asked}” narrows no search: it was looked for as a word.</source>
        <translation>“{asked}” không phải là từ khóa lọc: đã tìm như một từ thường.</translation>
    </message>
    <message>
        <source>What does: {operators}</source>
        <translation>Các từ khóa lọc: {operators}</translation>
    </message>
    <message>
        <source>Did you mean “{meant}”?</source>
        <translation>Ý bạn là “{meant}”?</translation>
    </message>
    <message>
        <source>Search for that</source>
        <translation>Tìm như vậy</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Tìm kiếm (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search reports</source>
        <translation>Tìm phản ánh</translation>
    </message>
    <message>
        <source>With or without diacritics. “In quotes” words stand together, a minus leaves out. Narrow with ma: phuong: linhvuc: han: donvi: nguon: tu: den: nhan:</source>
        <translation>Gõ có dấu hoặc không dấu. Từ trong “ngoặc kép” đứng liền nhau, dấu trừ loại bỏ. Thu hẹp bằng ma: phuong: linhvuc: han: donvi: nguon: tu: den: nhan:</translation>
    </message>
    <message>
        <source>The last searches (Alt+Down)</source>
        <translation>Tìm kiếm gần đây (Alt+↓)</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Sound and lock</source>
        <translation>Âm thanh và khóa</translation>
    </message>
    <message>
        <source>Check-in sounds</source>
        <translation>Âm thanh chấm công</translation>
    </message>
    <message>
        <source>Play a short sound for each tap</source>
        <translation>Phát âm ngắn cho mỗi lượt chạm</translation>
    </message>
    <message>
        <source>Lock when idle</source>
        <translation>Tự khóa khi không dùng</translation>
    </message>
    <message>
        <source>after {count} minutes</source>
        <translation>sau {count} phút</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Ngôn ngữ của chương trình</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>No reader is connected.</source>
        <translation>Chưa có đầu đọc nào.</translation>
    </message>
    <message>
        <source>over the air</source>
        <translation>không dây</translation>
    </message>
    <message>
        <source>slot</source>
        <translation>khe cắm</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Đầu đọc thẻ</translation>
    </message>
    <message>
        <source>Use of reader {name}</source>
        <translation>Công dụng của đầu đọc {name}</translation>
    </message>
    <message>
        <source>preparing the card</source>
        <translation>đang chuẩn bị thẻ</translation>
    </message>
    <message>
        <source>Staff card (sign-in)</source>
        <translation>Thẻ công chức (đăng nhập)</translation>
    </message>
    <message>
        <source>Check-in (kiosk)</source>
        <translation>Chấm công (máy chấm công)</translation>
    </message>
    <message>
        <source>Now present any card at the reader for: {use}</source>
        <translation>Bây giờ đưa một thẻ bất kỳ vào đầu đọc dành cho: {use}</translation>
    </message>
    <message>
        <source>{reader} is for: {use}</source>
        <translation>{reader} dùng cho: {use}</translation>
    </message>
    <message>
        <source>Press a use, then present a card at the reader meant.</source>
        <translation>Bấm một công dụng, rồi đưa thẻ vào đúng đầu đọc đó.</translation>
    </message>
    <message>
        <source>Choose the reader for: {use}</source>
        <translation>Chọn đầu đọc cho: {use}</translation>
    </message>
    <message>
        <source>Citizen card (counter)</source>
        <translation>Thẻ công dân (quầy)</translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation>Chấm công</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Công dân</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>no card</source>
        <translation>không có thẻ</translation>
    </message>
    <message>
        <source>card inserted</source>
        <translation>đã cắm thẻ</translation>
    </message>
    <message>
        <source>in use by another program</source>
        <translation>chương trình khác đang dùng</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>không phản hồi</translation>
    </message>
    <message>
        <source>Fixed by the administrator&apos;s policy</source>
        <translation>Do chính sách của quản trị viên quy định</translation>
    </message>
    <message>
        <source>not enrolled yet</source>
        <translation>chưa ghi danh</translation>
    </message>
    <message>
        <source>Your card with its PIN</source>
        <translation>Thẻ của bạn và mã PIN</translation>
    </message>
    <message>
        <source>Nothing: you work online only, and nothing is kept here.</source>
        <translation>Không có gì: bạn chỉ làm việc trực tuyến, máy này không giữ lại gì.</translation>
    </message>
    <message>
        <source>This computer: your card has no key for it. A stolen disk with the key store opens it.</source>
        <translation>Máy này: thẻ của bạn không có khóa cho việc đó. Ai lấy được ổ đĩa cùng kho khóa hệ thống thì mở được.</translation>
    </message>
    <message>
        <source>This computer: your card has no key for it. A stolen disk alone opens it.</source>
        <translation>Máy này: thẻ của bạn không có khóa cho việc đó. Ai lấy được ổ đĩa thì mở được.</translation>
    </message>
    <message>
        <source>Centre and workstation</source>
        <translation>Trung tâm và máy trạm</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Địa chỉ trung tâm</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Mã máy trạm</translation>
    </message>
    <message>
        <source>Check-in terminal</source>
        <translation>Mã máy chấm công</translation>
    </message>
    <message>
        <source>Who taps here (set at enrolment)</source>
        <translation>Chiều chấm công (đặt khi ghi danh)</translation>
    </message>
    <message>
        <source>Data on this computer</source>
        <translation>Dữ liệu trên máy này</translation>
    </message>
    <message>
        <source>What opens your data</source>
        <translation>Dữ liệu của bạn mở bằng</translation>
    </message>
    <message>
        <source>comes or goes: by the last tap</source>
        <translation>vào hoặc ra: theo lượt chấm trước</translation>
    </message>
    <message>
        <source>comes: every tap is IN</source>
        <translation>chỉ vào: mọi lượt là VÀO</translation>
    </message>
    <message>
        <source>goes: every tap is OUT</source>
        <translation>chỉ ra: mọi lượt là RA</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Module of the token&apos;s maker</source>
        <translation>Mô-đun của hãng thiết bị ký số</translation>
    </message>
    <message>
        <source>PKCS#11 modules</source>
        <translation>Mô-đun PKCS#11</translation>
    </message>
    <message>
        <source>Remove module {name}</source>
        <translation>Bỏ mô-đun {name}</translation>
    </message>
    <message>
        <source>Trying {name} in a process of its own…</source>
        <translation>Đang thử {name} trong một tiến trình riêng…</translation>
    </message>
    <message>
        <source>It was not kept.</source>
        <translation>Mô-đun này không được lưu.</translation>
    </message>
    <message>
        <source>Tokens (PKCS#11)</source>
        <translation>Thiết bị ký số (PKCS#11)</translation>
    </message>
    <message>
        <source>For signing tokens: choose the module that came with the token&apos;s software. It runs in a process of its own and never sees more than the PIN you type.</source>
        <translation>Dành cho USB ký số: chọn mô-đun đi kèm phần mềm của thiết bị. Mô-đun chạy trong tiến trình riêng và chỉ nhận mã PIN bạn gõ.</translation>
    </message>
    <message>
        <source>Another module</source>
        <translation>Thêm mô-đun</translation>
    </message>
    <message>
        <source>Certificate, master list or revocation list</source>
        <translation>Chứng thư, danh sách tổng hoặc danh sách thu hồi</translation>
    </message>
    <message>
        <source>Citizens&apos; documents</source>
        <translation>Giấy tờ của công dân</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Đang đọc tệp</translation>
    </message>
    <message>
        <source>Installed certificates</source>
        <translation>Chứng thư đã cài</translation>
    </message>
    <message>
        <source>Show, remove…</source>
        <translation>Xem, gỡ…</translation>
    </message>
    <message>
        <source>Install from a file</source>
        <translation>Cài từ tệp</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>none: chips are read, their issuer is not proved</source>
        <translation>chưa có: vẫn đọc được chip, nhưng chưa chứng minh được nơi phát hành</translation>
    </message>
    <message>
        <source>{count} certificates of {countries} countries, {home} of Viet Nam</source>
        <translation>{count} chứng thư của {countries} nước, trong đó Việt Nam {home}</translation>
    </message>
    <message>
        <source>Choose the module of a token&apos;s maker</source>
        <translation>Chọn mô-đun của hãng thiết bị ký số</translation>
    </message>
    <message>
        <source>being loaded…</source>
        <translation>đang nạp…</translation>
    </message>
    <message>
        <source>works, no token plugged in</source>
        <translation>hoạt động, chưa cắm thiết bị nào</translation>
    </message>
    <message>
        <source>works, tokens plugged in: {count}</source>
        <translation>hoạt động, số thiết bị đang cắm: {count}</translation>
    </message>
    <message>
        <source>It types like a keyboard</source>
        <translation>Gõ như bàn phím</translation>
    </message>
    <message>
        <source>Code scanner of the counter</source>
        <translation>Máy quét mã ở quầy</translation>
    </message>
    <message>
        <source>Connected by</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>How the code scanner is connected</source>
        <translation>Cách kết nối máy quét mã</translation>
    </message>
    <message>
        <source>A scanner that types like a keyboard damages Vietnamese letters, so only digits and dates are taken from it. On a serial port the letters arrive whole.</source>
        <translation>Máy quét gõ như bàn phím làm hỏng chữ tiếng Việt, nên chỉ lấy số và ngày. Qua cổng nối tiếp thì chữ giữ nguyên.</translation>
    </message>
    <message>
        <source>No. {number}: refused</source>
        <translation>Số {number}: không dùng được</translation>
    </message>
    <message>
        <source>Installed. The admin&apos;s signature is kept with it.</source>
        <translation>Đã cài đặt. Chữ ký của quản trị viên được lưu kèm.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Nước</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng thư</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Why it is not used</source>
        <translation>Vì sao không dùng</translation>
    </message>
    <message>
        <source>Certificates in the file</source>
        <translation>Các chứng thư trong tệp</translation>
    </message>
    <message>
        <source>Site admin&apos;s PIN (card in the slot)</source>
        <translation>PIN của quản trị viên đơn vị (thẻ cắm trong khe)</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Passports</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>Identity cards (CCCD)</source>
        <translation>Căn cước công dân</translation>
    </message>
    <message>
        <source>One country signing certificate. You vouch for it.</source>
        <translation>Một chứng thư gốc quốc gia. Bạn chịu trách nhiệm về chứng thư này.</translation>
    </message>
    <message>
        <source>A country&apos;s new certificate, vouched for by its installed one.</source>
        <translation>Chứng thư mới của một nước, được chứng thư đang cài xác nhận.</translation>
    </message>
    <message>
        <source>A revocation list; the signature of an installed certificate holds.</source>
        <translation>Danh sách thu hồi; chữ ký của chứng thư đang cài là đúng.</translation>
    </message>
    <message>
        <source>A master list, its signature holds: {usable} certificates usable, {refused} refused.</source>
        <translation>Danh sách tổng, chữ ký đúng: dùng được {usable} chứng thư, không dùng được {refused}.</translation>
    </message>
    <message>
        <source>{epoch}: the end of the journal does not hold</source>
        <translation>{epoch}: phần cuối nhật ký không còn khớp</translation>
    </message>
    <message>
        <source>The journal goes on in a new epoch. The day is marked at the centre.</source>
        <translation>Nhật ký tiếp tục trong kỳ mới. Trung tâm đã đánh dấu ngày này.</translation>
    </message>
    <message>
        <source>Journal of this terminal</source>
        <translation>Nhật ký chấm công của máy này</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Kỳ nhật ký</translation>
    </message>
    <message>
        <source>Journal lost or damaged</source>
        <translation>Nhật ký mất hoặc hỏng</translation>
    </message>
    <message>
        <source>Begin a new epoch…</source>
        <translation>Mở kỳ mới…</translation>
    </message>
    <message>
        <source>For a terminal whose journal was lost or taken back from an old copy. What the centre has stays; the new rows follow its last one. A supervisor signs, and the reason is recorded.</source>
        <translation>Dùng khi nhật ký của máy bị mất hoặc được lấy lại từ bản sao cũ. Những gì trung tâm đã có vẫn giữ nguyên; các dòng mới nối tiếp dòng cuối ở đó. Người giám sát ký, và lý do được ghi lại.</translation>
    </message>
    <message>
        <source>Reason, as it shall stand in the record</source>
        <translation>Lý do, ghi đúng như sẽ lưu trong hồ sơ</translation>
    </message>
    <message>
        <source>Nobody has checked in at any terminal yet.</source>
        <translation>Chưa có máy chấm công nào ghi lượt nào.</translation>
    </message>
    <message>
        <source>Bring them online, or choose them and sign that lists go on without.</source>
        <translation>Nối mạng các máy ấy, hoặc chọn rồi ký cho phép lập danh sách không chờ.</translation>
    </message>
    <message>
        <source>Terminals incomplete: {count}. Nobody may be called absent yet.</source>
        <translation>Số máy chưa gửi đủ: {count}. Chưa được ghi ai là vắng.</translation>
    </message>
    <message>
        <source>Complete, but for terminals left out: {count}.</source>
        <translation>Đã đủ, trừ số máy được cho phép không chờ: {count}.</translation>
    </message>
    <message>
        <source>Every terminal is complete.</source>
        <translation>Mọi máy chấm công đã gửi đủ.</translation>
    </message>
    <message>
        <source>Check-in terminals</source>
        <translation>Các máy chấm công</translation>
    </message>
    <message>
        <source>Complete to the end of</source>
        <translation>Đủ đến hết ngày</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Complete through</source>
        <translation>Đủ đến</translation>
    </message>
    <message>
        <source>On lists of that day</source>
        <translation>Trên danh sách của ngày ấy</translation>
    </message>
    <message>
        <source>Terminals and how far they are complete</source>
        <translation>Các máy chấm công và mức gửi đủ</translation>
    </message>
    <message>
        <source>Reason, as it shall stand on every list</source>
        <translation>Lý do, ghi đúng như sẽ hiện trên mọi danh sách</translation>
    </message>
    <message>
        <source>Supervisor&apos;s PIN (card in the slot)</source>
        <translation>PIN của người giám sát (thẻ trong khe)</translation>
    </message>
    <message>
        <source>Sign and go on without</source>
        <translation>Ký và không chờ nữa</translation>
    </message>
    <message>
        <source>left out by {who}, {when}: {reason}</source>
        <translation>không chờ theo quyết định của {who}, {when}: {reason}</translation>
    </message>
    <message>
        <source>complete since; it was {decision}</source>
        <translation>nay đã đủ; trước đó {decision}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>đủ</translation>
    </message>
    <message>
        <source>incomplete: switched off</source>
        <translation>chưa đủ: máy đã tắt</translation>
    </message>
    <message>
        <source>incomplete: rows may still come</source>
        <translation>chưa đủ: có thể còn lượt chưa gửi</translation>
    </message>
    <message>
        <source>journal begun anew on {when}</source>
        <translation>mở kỳ nhật ký mới ngày {when}</translation>
    </message>
    <message>
        <source>Sign and begin</source>
        <translation>Ký và mở kỳ mới</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Trên màn hình nền</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Không làm phiền từ</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Không làm phiền đến</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>Show kinds and counts, never a name or a title</source>
        <translation>Hiện loại việc và số lượng, không hiện tên hay tiêu đề</translation>
    </message>
    <message>
        <source>Quiet all day; instant cases are shown at any hour</source>
        <translation>Không làm phiền cả ngày; vụ việc tức thời vẫn báo mọi giờ</translation>
    </message>
    <message>
        <source>Removed. The admin&apos;s signature is kept in the record.</source>
        <translation>Đã gỡ. Chữ ký của quản trị viên được lưu trong sổ.</translation>
    </message>
    <message>
        <source>Find a country or a certificate</source>
        <translation>Tìm quốc gia hoặc chứng thư</translation>
    </message>
    <message>
        <source>Vouches for</source>
        <translation>Bảo đảm cho</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Ai đã thay đổi gì</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc đã làm</translation>
    </message>
    <message>
        <source>Remove the chosen ones</source>
        <translation>Gỡ các chứng thư đã chọn</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>đã gỡ</translation>
    </message>
    <message>
        <source>installed a master list</source>
        <translation>đã cài danh sách tổng</translation>
    </message>
    <message>
        <source>installed a revocation list</source>
        <translation>đã cài danh sách thu hồi</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>đã cài</translation>
    </message>
    <message>
        <source>no admin&apos;s signature: somebody changed the store</source>
        <translation>không có chữ ký quản trị viên: kho đã bị ai đó sửa</translation>
    </message>
</context>
<context>
    <name>Several</name>
    <message>
        <source>Add …</source>
        <translation>Thêm …</translation>
    </message>
    <message>
        <source>Take back: {name}</source>
        <translation>Bỏ: {name}</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>REPORT SHEET</source>
        <translation>PHIẾU PHẢN ÁNH HIỆN TRƯỜNG</translation>
    </message>
    <message>
        <source>1. Report</source>
        <translation>1. Phản ánh</translation>
    </message>
    <message>
        <source>2. What was reported</source>
        <translation>2. Nội dung phản ánh</translation>
    </message>
    <message>
        <source>3. Who, what, when</source>
        <translation>3. Ai làm, sản phẩm là gì, khi nào xong</translation>
    </message>
    <message>
        <source>4. Answer</source>
        <translation>4. Trả lời</translation>
    </message>
    <message>
        <source>5. Course</source>
        <translation>5. Diễn biến</translation>
    </message>
    <message>
        <source>No.: {code}</source>
        <translation>Số: {code}</translation>
    </message>
    <message>
        <source>Date: {day}</source>
        <translation>Ngày {day}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận lúc</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Circulation</source>
        <translation>Phạm vi</translation>
    </message>
    <message>
        <source>Not public: for its recipient alone</source>
        <translation>Không công khai: chỉ dành cho người tiếp nhận</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>not assigned yet</source>
        <translation>chưa giao</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>First due</source>
        <translation>Hạn ban đầu</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>There is no answer yet.</source>
        <translation>Chưa có trả lời.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>signed with the card</source>
        <translation>ký bằng thẻ</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Printed by {name} ({unit}) at {moment} from IOC Desk.</source>
        <translation>{name} ({unit}) in lúc {moment} từ IOC Desk.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Notifications</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Notifications, unread: {count}</source>
        <translation>Thông báo, chưa đọc: {count}</translation>
    </message>
    <message>
        <source>IOC Desk</source>
        <translation>IOC Desk</translation>
    </message>
    <message>
        <source>Training environment</source>
        <translation>Môi trường tập huấn</translation>
    </message>
    <message>
        <source>Signed in: {name}</source>
        <translation>Đang đăng nhập: {name}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Training tray</source>
        <translation>Khay tập huấn</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>Nhận cuộc gọi</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Duyệt trả lời</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Giám sát</translation>
    </message>
    <message>
        <source>Absence and handing over</source>
        <translation>Ủy quyền, bàn giao, chiến dịch</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Mẫu văn bản</translation>
    </message>
    <message>
        <source>Check-in kiosk</source>
        <translation>Máy chấm công</translation>
    </message>
    <message>
        <source>My card</source>
        <translation>Thẻ của tôi</translation>
    </message>
    <message>
        <source>Card doctor</source>
        <translation>Khám thẻ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Hướng dẫn</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Last try: a wrong PIN locks the card</source>
        <translation>Lần thử cuối: sai nữa thẻ sẽ bị khóa</translation>
    </message>
    <message>
        <source>Tries left: {count}</source>
        <translation>Còn {count} lần thử</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Look at the readers</source>
        <translation>Xem các đầu đọc</translation>
    </message>
    <message>
        <source>Step {step} of 3</source>
        <translation>Bước {step}/3</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Đầu đọc</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Steps of signing in</source>
        <translation>Các bước đăng nhập</translation>
    </message>
    <message>
        <source>Waiting for the smart-card service</source>
        <translation>Đang chờ dịch vụ thẻ thông minh</translation>
    </message>
    <message>
        <source>It is being looked for by itself. If this stays, call the site admin.</source>
        <translation>Chương trình đang tự tìm. Nếu vẫn vậy, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>Plug in the card reader</source>
        <translation>Cắm đầu đọc thẻ vào máy</translation>
    </message>
    <message>
        <source>The program notices the reader by itself.</source>
        <translation>Chương trình sẽ tự nhận đầu đọc.</translation>
    </message>
    <message>
        <source>Put your card into the reader</source>
        <translation>Cắm thẻ vào đầu đọc</translation>
    </message>
    <message>
        <source>Chip first, chip up. Leave it there while you work.</source>
        <translation>Đưa đầu có chip vào trước, mặt chip ngửa lên. Để thẻ ở đó trong lúc làm việc.</translation>
    </message>
    <message>
        <source>Leave the card in the reader.</source>
        <translation>Giữ nguyên thẻ trong đầu đọc.</translation>
    </message>
    <message>
        <source>This card cannot sign in</source>
        <translation>Thẻ này không dùng được</translation>
    </message>
    <message>
        <source>Take it out to try another one.</source>
        <translation>Rút ra để thử thẻ khác.</translation>
    </message>
    <message>
        <source>Type your PIN</source>
        <translation>Nhập mã PIN</translation>
    </message>
    <message>
        <source>The card is being read meanwhile.</source>
        <translation>Thẻ đang được đọc trong lúc này.</translation>
    </message>
    <message>
        <source>The 6 to 8 digits of your card, then Enter.</source>
        <translation>Nhập 6 đến 8 chữ số của thẻ rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Đang đăng nhập…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Xin chào</translation>
    </message>
    <message>
        <source>Opening your desk…</source>
        <translation>Đang mở bàn làm việc…</translation>
    </message>
    <message>
        <source>The card is being prepared…</source>
        <translation>Đang chuẩn bị thẻ…</translation>
    </message>
    <message>
        <source>This newer version copies your data before it changes it: {done} of {total} MB. Leave the card in.</source>
        <translation>Phiên bản mới sao chép dữ liệu của bạn trước khi nâng cấp: {done} trên {total} MB. Cứ để thẻ trong đầu đọc.</translation>
    </message>
    <message>
        <source>Type the PIN on the reader</source>
        <translation>Nhập PIN trên đầu đọc</translation>
    </message>
    <message>
        <source>Press Sign in, then type the PIN on the reader&apos;s keys.</source>
        <translation>Bấm Đăng nhập, rồi nhập PIN trên đầu đọc.</translation>
    </message>
    <message>
        <source>Press Sign in, then type the PIN on the keys of the token or its reader.</source>
        <translation>Bấm Đăng nhập, rồi gõ PIN trên bàn phím của thiết bị ký số hoặc đầu đọc.</translation>
    </message>
    <message>
        <source>The PIN of your token, then Enter.</source>
        <translation>Gõ PIN của thiết bị ký số, rồi Enter.</translation>
    </message>
    <message>
        <source>This card has no key that could open your data.</source>
        <translation>Thẻ này không có khóa để mở dữ liệu của bạn.</translation>
    </message>
    <message>
        <source>The card&apos;s second key is not yours or not for this.</source>
        <translation>Khóa thứ hai trên thẻ không phải của bạn hoặc không dùng cho việc này.</translation>
    </message>
    <message>
        <source>This token cannot open data with its key.</source>
        <translation>Thiết bị ký số này không mở được dữ liệu bằng khóa của nó.</translation>
    </message>
    <message>
        <source>This computer opens it instead, as the policy allows.</source>
        <translation>Máy này mở thay, theo chính sách cho phép.</translation>
    </message>
    <message>
        <source>So you work online only: drafts and unsent work are gone 15 minutes after the lock.</source>
        <translation>Vì vậy chỉ làm việc trực tuyến: bản nháp và việc chưa gửi sẽ mất sau khi khóa 15 phút.</translation>
    </message>
    <message>
        <source>Offline work possible until {moment}</source>
        <translation>Được làm việc ngoại tuyến đến {moment}</translation>
    </message>
    <message>
        <source>Is the Vietnamese input method (Unikey) or Caps Lock on? Turn it off.</source>
        <translation>Có thể bộ gõ tiếng Việt (Unikey) hoặc Caps Lock đang bật. Hãy tắt đi.</translation>
    </message>
    <message>
        <source>There are letters in the PIN; most PINs have digits only.</source>
        <translation>PIN vừa gõ có chữ cái; phần lớn PIN chỉ có chữ số.</translation>
    </message>
    <message>
        <source>No try was spent. Type the PIN again.</source>
        <translation>Chưa mất lần thử nào. Hãy gõ lại PIN.</translation>
    </message>
    <message>
        <source>A letter with a Vietnamese mark came; the field was emptied.</source>
        <translation>Có chữ mang dấu tiếng Việt; ô PIN đã được xóa trắng.</translation>
    </message>
    <message>
        <source>Locked because the card was taken out. Unsent work is kept.</source>
        <translation>Đã khóa vì thẻ được rút ra. Việc chưa gửi vẫn được giữ.</translation>
    </message>
    <message>
        <source>Locked because the reader went away. Unsent work is kept.</source>
        <translation>Đã khóa vì mất đầu đọc. Việc chưa gửi vẫn được giữ.</translation>
    </message>
    <message>
        <source>Locked because nobody was there. Unsent work is kept.</source>
        <translation>Đã khóa vì không có người thao tác. Việc chưa gửi vẫn được giữ.</translation>
    </message>
    <message>
        <source>Locked because the computer was locked. Unsent work is kept.</source>
        <translation>Đã khóa vì máy tính đã bị khóa. Việc chưa gửi vẫn được giữ.</translation>
    </message>
    <message>
        <source>The data of this account was deleted from this computer by the centre.</source>
        <translation>Trung tâm đã xóa dữ liệu của tài khoản này khỏi máy.</translation>
    </message>
    <message>
        <source>Card or token to sign in with</source>
        <translation>Thẻ hoặc thiết bị ký số để đăng nhập</translation>
    </message>
</context>
<context>
    <name>SignOut</name>
    <message>
        <source>Sends everything, then signs out.</source>
        <translation>Gửi hết rồi đăng xuất.</translation>
    </message>
    <message>
        <source>Gives it up for good. What may have reached the centre already stays.</source>
        <translation>Bỏ hẳn. Việc có thể đã tới trung tâm thì vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Not possible: this token cannot keep anything on this computer.</source>
        <translation>Không được: thiết bị này không giữ được gì trên máy.</translation>
    </message>
    <message>
        <source>Stays encrypted on this computer and is sent when you next sign in here with this card.</source>
        <translation>Được mã hóa trên máy này và gửi đi khi bạn đăng nhập lại tại đây bằng thẻ này.</translation>
    </message>
    <message>
        <source>Sent: {done} of {total}.</source>
        <translation>Đã gửi: {done} trên {total}.</translation>
    </message>
    <message>
        <source>The centre does not answer; it is tried again by itself.</source>
        <translation>Trung tâm không trả lời; máy tự thử lại.</translation>
    </message>
    <message>
        <source>The rest needs your decision before it can be sent.</source>
        <translation>Phần còn lại cần bạn quyết định trước khi gửi được.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Không thể hoàn tác.</translation>
    </message>
    <message>
        <source>Sign out: {count} not sent yet</source>
        <translation>Đăng xuất: còn {count} mục chưa gửi</translation>
    </message>
    <message>
        <source>Waiting for your decision, so not sent: {count}.</source>
        <translation>Chờ bạn quyết định nên chưa gửi: {count} mục.</translation>
    </message>
    <message>
        <source>Saves a sealed copy to hand to a site admin (files are not in it). Two admins together can open it, for you alone; it stays on this computer too, and comes back with a new card.</source>
        <translation>Lưu một bản niêm phong để gửi cho quản trị (không gồm tệp đính kèm). Hai quản trị cùng nhau mới mở được, chỉ cho riêng bạn; bản này vẫn còn trên máy và lấy lại được bằng thẻ mới.</translation>
    </message>
    <message>
        <source>If the card is lost, two site admins can have it opened again ({count}).</source>
        <translation>Nếu mất thẻ, hai quản trị viên đơn vị có thể cho mở lại việc chưa gửi ({count} mục).</translation>
    </message>
    <message>
        <source>Losing the card loses the unsent work ({count}).</source>
        <translation>Mất thẻ là mất việc chưa gửi ({count} mục).</translation>
    </message>
    <message>
        <source>Save the sealed copy</source>
        <translation>Lưu bản niêm phong</translation>
    </message>
    <message>
        <source>The sealed copy is saved: {place}</source>
        <translation>Đã lưu bản niêm phong: {place}</translation>
    </message>
    <message>
        <source>Hand it to a site admin. Nobody can read it on the way.</source>
        <translation>Hãy gửi cho quản trị viên đơn vị. Trên đường đi không ai đọc được.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Discard the unsent work ({count})?</source>
        <translation>Bỏ việc chưa gửi ({count} mục)?</translation>
    </message>
    <message>
        <source>Discard {count} and sign out</source>
        <translation>Bỏ {count} mục và đăng xuất</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Keep on this computer</source>
        <translation>Giữ trên máy này</translation>
    </message>
    <message>
        <source>Seal for the site admin…</source>
        <translation>Niêm phong cho quản trị…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Bỏ…</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Thôi chờ</translation>
    </message>
    <message>
        <source>Sign out, send for up to 15 minutes</source>
        <translation>Đăng xuất, gửi tiếp tối đa 15 phút</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>I sign</source>
        <translation>Tôi ký</translation>
    </message>
    <message>
        <source>as the head of the unit</source>
        <translation>với tư cách thủ trưởng đơn vị</translation>
    </message>
    <message>
        <source>KT. – for the head (deputy)</source>
        <translation>KT. – ký thay thủ trưởng (cấp phó)</translation>
    </message>
    <message>
        <source>TL. – by order</source>
        <translation>TL. – thừa lệnh</translation>
    </message>
    <message>
        <source>TUQ. – by authorisation</source>
        <translation>TUQ. – thừa ủy quyền</translation>
    </message>
</context>
<context>
    <name>Sort</name>
    <message>
        <source>Deadline</source>
        <translation>Hạn xử lý</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ngày tiếp nhận</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã phản ánh</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Mức ưu tiên</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>giảm dần</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>tăng dần</translation>
    </message>
    <message>
        <source>Sort: {key}, {direction}</source>
        <translation>Sắp xếp: {key}, {direction}</translation>
    </message>
    <message>
        <source>Sort order</source>
        <translation>Thứ tự sắp xếp</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Citizen app</source>
        <translation>Ứng dụng công dân</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Trang web</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>Đường dây nóng</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy tiếp dân</translation>
    </message>
    <message>
        <source>Field report</source>
        <translation>Phản ánh hiện trường</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Báo chí</translation>
    </message>
    <message>
        <source>Environment station</source>
        <translation>Trạm quan trắc</translation>
    </message>
    <message>
        <source>Zalo</source>
        <translation>Zalo</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Advertising screen</source>
        <translation>Màn hình quảng cáo</translation>
    </message>
    <message>
        <source>Staff card</source>
        <translation>Thẻ công chức</translation>
    </message>
    <message>
        <source>Information security</source>
        <translation>An toàn thông tin</translation>
    </message>
    <message>
        <source>Fishing vessel</source>
        <translation>Tàu cá</translation>
    </message>
    <message>
        <source>Public service</source>
        <translation>Dịch vụ công</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Mobile app</source>
        <translation>Ứng dụng di động</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Không rõ</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Received</source>
        <translation>Mới tiếp nhận</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Đã xác minh</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Không tiếp nhận</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Trùng</translation>
    </message>
    <message>
        <source>Distributed</source>
        <translation>Đã phân phối</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Awaiting the citizen</source>
        <translation>Chờ người dân bổ sung</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Đang theo dõi</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã công bố</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <source>Reopening requested</source>
        <translation>Đề nghị mở lại</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Đã mở lại</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Shows what is being sent and received</source>
        <translation>Xem việc đang gửi và nhận</translation>
    </message>
    <message>
        <source>Shows the readers and cards</source>
        <translation>Xem đầu đọc và thẻ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>No CSCA for citizen cards</source>
        <translation>Chưa có CSCA của thẻ căn cước</translation>
    </message>
    <message>
        <source>Their chips show a neutral badge; go on with them.</source>
        <translation>Nhãn chip giữ màu trung tính; cứ làm tiếp.</translation>
    </message>
    <message>
        <source>First sync {done}/{total}</source>
        <translation>Đồng bộ lần đầu {done}/{total}</translation>
    </message>
    <message>
        <source>Updating the data here {done}/{total}</source>
        <translation>Đang cập nhật dữ liệu trên máy {done}/{total}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đã kết nối</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Ngoại tuyến</translation>
    </message>
    <message>
        <source>Connection not safe</source>
        <translation>Kết nối không an toàn</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Cần đăng nhập lại</translation>
    </message>
    <message>
        <source>Read only: the program is too old</source>
        <translation>Chỉ đọc: chương trình quá cũ</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Chưa kết nối</translation>
    </message>
    <message>
        <source>data {count} s old</source>
        <translation>dữ liệu {count} giây trước</translation>
    </message>
    <message>
        <source>data {count} min old</source>
        <translation>dữ liệu {count} phút trước</translation>
    </message>
    <message>
        <source>data {count} h old</source>
        <translation>dữ liệu {count} giờ trước</translation>
    </message>
    <message>
        <source>data {count} d old</source>
        <translation>dữ liệu {count} ngày trước</translation>
    </message>
    <message>
        <source>waiting {count}</source>
        <translation>chờ gửi {count}</translation>
    </message>
    <message>
        <source>needs you {count}</source>
        <translation>cần xử lý {count}</translation>
    </message>
    <message>
        <source>Reader: lent</source>
        <translation>Đầu đọc: đang nhường</translation>
    </message>
    <message>
        <source>Reader: {holder}</source>
        <translation>Đầu đọc: {holder}</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>Chưa có đầu đọc</translation>
    </message>
    <message>
        <source>Reader does not answer</source>
        <translation>Đầu đọc không phản hồi</translation>
    </message>
    <message>
        <source>Reader: preparing the card</source>
        <translation>Đầu đọc: đang chuẩn bị thẻ</translation>
    </message>
    <message>
        <source>Reader: in use by another program</source>
        <translation>Đầu đọc: chương trình khác đang dùng</translation>
    </message>
    <message>
        <source>Reader: card inserted</source>
        <translation>Đầu đọc: đã cắm thẻ</translation>
    </message>
    <message>
        <source>Reader: no card</source>
        <translation>Đầu đọc: chưa có thẻ</translation>
    </message>
</context>
<context>
    <name>Supervise</name>
    <message>
        <source>Given</source>
        <translation>Đã giao</translation>
    </message>
    <message>
        <source>Given to a unit</source>
        <translation>Đã giao cho đơn vị</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Answered on time</source>
        <translation>Trả lời đúng hạn</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>Answered late with an extension</source>
        <translation>Trả lời trễ có gia hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Trễ hạn</translation>
    </message>
    <message>
        <source>Answered late</source>
        <translation>Trả lời trễ hạn</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Running, in time</source>
        <translation>Đang làm, còn hạn</translation>
    </message>
    <message>
        <source>Running, ext.</source>
        <translation>Đang gia hạn</translation>
    </message>
    <message>
        <source>Running with an extension</source>
        <translation>Đang làm, đã gia hạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Running, overdue</source>
        <translation>Đang làm, quá hạn</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Chưa làm</translation>
    </message>
    <message>
        <source>Assigned, nobody acted</source>
        <translation>Đã giao, chưa ai làm</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Phản ánh</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Every report given to a unit in the period</source>
        <translation>Mọi phản ánh được giao cho đơn vị trong kỳ</translation>
    </message>
    <message>
        <source>The answer was public before the first deadline</source>
        <translation>Trả lời được công bố trước hạn ban đầu</translation>
    </message>
    <message>
        <source>The answer was public after the first deadline and before the extended one</source>
        <translation>Trả lời được công bố sau hạn ban đầu và trước hạn đã gia hạn</translation>
    </message>
    <message>
        <source>The answer was public after the deadline in force</source>
        <translation>Trả lời được công bố sau hạn đang áp dụng</translation>
    </message>
    <message>
        <source>No answer yet; the first deadline is ahead</source>
        <translation>Chưa trả lời; chưa đến hạn ban đầu</translation>
    </message>
    <message>
        <source>No answer yet; the first deadline has passed, the extended one is ahead</source>
        <translation>Chưa trả lời; đã qua hạn ban đầu, chưa đến hạn gia hạn</translation>
    </message>
    <message>
        <source>No answer yet, and the deadline in force has passed</source>
        <translation>Chưa trả lời và đã qua hạn đang áp dụng</translation>
    </message>
    <message>
        <source>The unit&apos;s turn: not accepted in time, or no step for too many working days</source>
        <translation>Đang tới lượt đơn vị: quá giờ mà chưa tiếp nhận, hoặc đã quá số ngày làm việc không có bước nào</translation>
    </message>
    <message>
        <source>Reports that went this way in the period</source>
        <translation>Phản ánh đi theo hướng này trong kỳ</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Theo đơn vị</translation>
    </message>
    <message>
        <source>By ward or commune</source>
        <translation>Theo phường, xã</translation>
    </message>
    <message>
        <source>By field</source>
        <translation>Theo lĩnh vực</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>Theo nguồn</translation>
    </message>
    <message>
        <source>Returns between units</source>
        <translation>Trả lại giữa các đơn vị</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Quý này</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>Từ ngày đến ngày</translation>
    </message>
    <message>
        <source>Numbers; Enter opens the list</source>
        <translation>Bảng số liệu; Enter mở danh sách</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Giám sát</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Tính lại</translation>
    </message>
    <message>
        <source>Counted {moment}, over the reports that you may see</source>
        <translation>Số liệu lúc {moment}, tính trên các phản ánh bạn được xem</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Đang tính …</translation>
    </message>
    <message>
        <source>Nothing in this period</source>
        <translation>Không có gì trong kỳ này</translation>
    </message>
    <message>
        <source>Choose another period or another table above.</source>
        <translation>Hãy chọn kỳ khác hoặc bảng khác ở trên.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Given in</source>
        <translation>Giao trong kỳ</translation>
    </message>
    <message>
        <source>Returned in</source>
        <translation>Trả lại trong kỳ</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>On time {share}</source>
        <translation>Đúng hạn {share}</translation>
    </message>
    <message>
        <source>On time %</source>
        <translation>% đúng hạn</translation>
    </message>
    <message>
        <source>Of what is answered or past its first deadline: the part answered on time</source>
        <translation>Trong số đã trả lời hoặc đã qua hạn ban đầu: phần trả lời đúng hạn</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>{from_unit} → {to_unit}</source>
        <translation>{from_unit} → {to_unit}</translation>
    </message>
    <message>
        <source>From unit → to unit</source>
        <translation>Từ đơn vị → đến đơn vị</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Ward or commune</source>
        <translation>Phường, xã</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>not given on</source>
        <translation>chưa giao tiếp</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Waiting for the centre</source>
        <translation>Việc chờ gửi trung tâm</translation>
    </message>
    <message>
        <source>Commands not yet received by the centre</source>
        <translation>Các lệnh trung tâm chưa nhận</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Phản ánh</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Lưu nội dung sửa</translation>
    </message>
    <message>
        <source>and {count} more, which follow</source>
        <translation>và {count} việc nữa, sẽ hiện dần</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Bỏ lệnh này…</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>So sánh và quyết định</translation>
    </message>
    <message>
        <source>Discard for good: {about}?</source>
        <translation>Bỏ hẳn: {about}?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ lệnh này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Mở phản ánh</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>Nội dung đã viết</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Everything is with the centre</source>
        <translation>Trung tâm đã nhận hết</translation>
    </message>
    <message>
        <source>What you do offline is kept on this computer and sent by itself.</source>
        <translation>Việc làm khi mất mạng được giữ trên máy này và tự gửi đi.</translation>
    </message>
    <message>
        <source>Waiting: {count}</source>
        <translation>Đang chờ: {count}</translation>
    </message>
    <message>
        <source>Needs you: {needs} · {rest}</source>
        <translation>Cần xử lý: {needs} · {rest}</translation>
    </message>
    <message>
        <source>What passed between this computer and the centre</source>
        <translation>Những gì đã diễn ra giữa máy này và trung tâm</translation>
    </message>
    <message>
        <source>Nothing has passed yet.</source>
        <translation>Chưa có gì diễn ra.</translation>
    </message>
    <message>
        <source>The centre answers.</source>
        <translation>Trung tâm trả lời.</translation>
    </message>
    <message>
        <source>All reports of this desk have arrived.</source>
        <translation>Mọi phản ánh của bạn đã về đủ trên máy này.</translation>
    </message>
    <message>
        <source>A file has arrived at the centre.</source>
        <translation>Một tệp đã đến trung tâm.</translation>
    </message>
    <message>
        <source>A report left this desk; its data was deleted here.</source>
        <translation>Một phản ánh không còn thuộc phạm vi của bạn; dữ liệu đã xóa khỏi máy này.</translation>
    </message>
    <message>
        <source>The centre was restored from a backup; it is asked what it has.</source>
        <translation>Trung tâm được khôi phục từ bản sao; đang hỏi lại những gì đã có.</translation>
    </message>
    <message>
        <source>No contact: {reason}</source>
        <translation>Mất liên lạc: {reason}</translation>
    </message>
    <message>
        <source>Rows that differed from the centre&apos;s, fetched again: {count}.</source>
        <translation>Số dòng khác với trung tâm, đã tải lại: {count}.</translation>
    </message>
    <message>
        <source>Another calendar. Reports due at another time now: {count}.</source>
        <translation>Lịch làm việc đã đổi. Số phản ánh đổi hạn: {count}.</translation>
    </message>
    <message>
        <source>Received by the centre: {command} · {report}</source>
        <translation>Trung tâm đã nhận: {command} · {report}</translation>
    </message>
    <message>
        <source>Needs you: {command} · {report}</source>
        <translation>Cần xử lý: {command} · {report}</translation>
    </message>
    <message>
        <source>a report no longer with you</source>
        <translation>phản ánh không còn thuộc phạm vi của bạn</translation>
    </message>
    <message>
        <source>no longer with you</source>
        <translation>phản ánh không còn thuộc phạm vi của bạn</translation>
    </message>
    <message>
        <source>The centre answers. What is ready goes out at once.</source>
        <translation>Đã kết nối với trung tâm. Lệnh nào xong được gửi đi ngay.</translation>
    </message>
    <message>
        <source>The centre wants a new sign-in. Nothing is lost: it goes out when you signed in again.</source>
        <translation>Trung tâm yêu cầu đăng nhập lại. Không mất gì: bạn đăng nhập lại là việc được gửi.</translation>
    </message>
    <message>
        <source>This program is too old to read anything new. What waits still goes out. Have it updated.</source>
        <translation>Phần mềm này quá cũ để nhận dữ liệu mới. Việc đang chờ vẫn được gửi. Hãy nhờ cập nhật.</translation>
    </message>
    <message>
        <source>No connection to the centre (last: {since}). Nothing is lost; it is tried again by itself.</source>
        <translation>Chưa kết nối được trung tâm (lần cuối: {since}). Không mất gì; máy tự thử lại.</translation>
    </message>
    <message>
        <source>Held for {count} more seconds, so that it can be undone.</source>
        <translation>Giữ thêm {count} giây để còn hoàn tác được.</translation>
    </message>
    <message>
        <source>It was sent, but no answer came. It is asked about first; nothing is done twice.</source>
        <translation>Đã gửi nhưng chưa có trả lời. Việc này được hỏi lại trước tiên; không có gì làm hai lần.</translation>
    </message>
    <message>
        <source>Files still to be sent before it: {count}.</source>
        <translation>Số tệp còn phải gửi trước: {count}.</translation>
    </message>
    <message>
        <source>An earlier command on this report needs you first.</source>
        <translation>Một lệnh trước trên phản ánh này cần bạn xử lý trước.</translation>
    </message>
    <message>
        <source>There is no connection to the centre. It goes out by itself.</source>
        <translation>Chưa kết nối được trung tâm. Việc này sẽ tự gửi đi.</translation>
    </message>
    <message>
        <source>It goes out now.</source>
        <translation>Đang được gửi đi.</translation>
    </message>
    <message>
        <source>The centre wants a new sign-in. It goes out after that.</source>
        <translation>Trung tâm yêu cầu đăng nhập lại. Sau đó việc này sẽ được gửi.</translation>
    </message>
    <message>
        <source>The centre was reached, but not safely or not willingly; see above.</source>
        <translation>Đã tới được trung tâm nhưng chưa gửi được; xem lý do ở trên.</translation>
    </message>
    <message>
        <source>A file could not be sent: {reason} Tries so far: {count}; the next at {time}. The others go on.</source>
        <translation>Không gửi được một tệp: {reason} Đã thử {count} lần; lần tới lúc {time}. Các tệp khác vẫn đi tiếp.</translation>
    </message>
    <message>
        <source>Adds files to the report: {count}. Its state stays.</source>
        <translation>Thêm tệp vào phản ánh: {count}. Trạng thái giữ nguyên.</translation>
    </message>
    <message>
        <source>The report is no longer with you: this cannot be taken any more.</source>
        <translation>Phản ánh không còn thuộc phạm vi của bạn: trung tâm không nhận việc này nữa.</translation>
    </message>
    <message>
        <source>The report is “{state}” now: this can no longer be done to it.</source>
        <translation>Phản ánh nay đang ở “{state}”: không còn làm được lệnh này.</translation>
    </message>
    <message>
        <source>Moves the report from “{before}” to “{after}”.</source>
        <translation>Chuyển phản ánh từ “{before}” sang “{after}”.</translation>
    </message>
    <message>
        <source>Adds to the report; its state stays.</source>
        <translation>Thêm vào phản ánh; trạng thái giữ nguyên.</translation>
    </message>
    <message>
        <source>The next shift reads it; who handed over and who took over is recorded.</source>
        <translation>Ca sau sẽ đọc; ai giao, ai nhận đều được ghi lại.</translation>
    </message>
    <message>
        <source>Adds the caller&apos;s words to the report; its state stays.</source>
        <translation>Thêm lời người gọi vào phản ánh; trạng thái giữ nguyên.</translation>
    </message>
    <message>
        <source>Makes a report, which gets its code then.</source>
        <translation>Tạo phản ánh, khi đó sẽ có mã.</translation>
    </message>
    <message>
        <source>No. {number} · {title}</source>
        <translation>Số {number} · {title}</translation>
    </message>
    <message>
        <source>Shift of the hotline</source>
        <translation>Ca trực tổng đài</translation>
    </message>
    <message>
        <source>Check-in here</source>
        <translation>Chấm công tại máy này</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}: {count}</translation>
    </message>
    <message>
        <source>Recorded here, not yet signed for by the centre</source>
        <translation>Đã ghi tại đây, trung tâm chưa ký nhận</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>What was recorded</source>
        <translation>Đã ghi</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Chờ từ</translation>
    </message>
    <message>
        <source>The centre has signed for everything recorded here</source>
        <translation>Trung tâm đã ký nhận mọi lượt ghi tại đây</translation>
    </message>
    <message>
        <source>Check-in goes on without a connection; rows are sent by themselves later.</source>
        <translation>Mất mạng vẫn chấm công được; các lượt sẽ tự gửi sau.</translation>
    </message>
    <message>
        <source>They go out in the order of their numbers and stay here, signed, until the centre&apos;s signed receipt for each was checked. Nothing can be lost, changed or sent twice.</source>
        <translation>Các lượt được gửi theo đúng số thứ tự và nằm lại đây, có chữ ký, đến khi biên nhận có chữ ký của trung tâm cho từng lượt đã được kiểm tra. Không gì bị mất, bị sửa hay tính hai lần.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Bạn không phải làm gì.</translation>
    </message>
    <message>
        <source>They are on their way.</source>
        <translation>Đang gửi.</translation>
    </message>
    <message>
        <source>No connection to the centre; it is tried again by itself.</source>
        <translation>Không có kết nối tới trung tâm; chương trình tự thử lại.</translation>
    </message>
    <message>
        <source>The centre refuses them ({code}): tell the site admin.</source>
        <translation>Trung tâm từ chối ({code}): hãy báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>Card tapped</source>
        <translation>Chạm thẻ</translation>
    </message>
    <message>
        <source>Card refused</source>
        <translation>Thẻ bị từ chối</translation>
    </message>
    <message>
        <source>Card tapped again</source>
        <translation>Chạm thẻ lại</translation>
    </message>
    <message>
        <source>Direction changed</source>
        <translation>Đổi chiều</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Đính chính</translation>
    </message>
    <message>
        <source>Entered by a supervisor</source>
        <translation>Cán bộ giám sát ghi thay</translation>
    </message>
    <message>
        <source>Clock changed</source>
        <translation>Đổi đồng hồ</translation>
    </message>
    <message>
        <source>Check-in opened</source>
        <translation>Mở chấm công</translation>
    </message>
    <message>
        <source>Check-in closed</source>
        <translation>Đóng chấm công</translation>
    </message>
    <message>
        <source>New revocation list</source>
        <translation>Danh sách thu hồi mới</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Điểm mốc</translation>
    </message>
    <message>
        <source>Full screen left by an officer</source>
        <translation>Cán bộ thoát toàn màn hình</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Insert: {slot}</source>
        <translation>Chèn: {slot}</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Của ai</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dùng cho</translation>
    </message>
    <message>
        <source>While the report is</source>
        <translation>Khi phản ánh ở trạng thái</translation>
    </message>
    <message>
        <source>Every field</source>
        <translation>Mọi lĩnh vực</translation>
    </message>
    <message>
        <source>Field of reports</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Name, by which it is found</source>
        <translation>Tên mẫu, để tìm</translation>
    </message>
    <message>
        <source>Words; … standing alone is left for the official to fill</source>
        <translation>Nội dung; dấu … đứng riêng là chỗ cán bộ phải điền</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>How it reads (no report is here to try it on)</source>
        <translation>Mẫu hiện ra như sau (chưa có phản ánh nào để thử)</translation>
    </message>
    <message>
        <source>How the answer to {code} begins</source>
        <translation>Câu trả lời cho {code} sẽ bắt đầu như sau</translation>
    </message>
    <message>
        <source>How it reads on {code}</source>
        <translation>Trên {code}, mẫu hiện ra như sau</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>Tìm mẫu</translation>
    </message>
    <message>
        <source>Find a template (Ctrl+F)</source>
        <translation>Tìm mẫu (Ctrl+F)</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Mẫu văn bản</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Save for everybody</source>
        <translation>Lưu cho mọi người</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Mẫu mới</translation>
    </message>
    <message>
        <source>Copy as our own</source>
        <translation>Chép thành của đơn vị</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>{owner} keeps this template; a copy of it can be yours.</source>
        <translation>Mẫu này do {owner} quản lý; có thể chép thành mẫu của đơn vị.</translation>
    </message>
    <message>
        <source>Withdraw this template from everybody?</source>
        <translation>Thu hồi mẫu này, không ai dùng nữa?</translation>
    </message>
    <message>
        <source>Throw what was written away?</source>
        <translation>Bỏ phần đang soạn?</translation>
    </message>
    <message>
        <source>Yes, withdraw</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Withdrawn; nobody is offered it any more.</source>
        <translation>Đã thu hồi; mẫu không còn hiện với ai.</translation>
    </message>
    <message>
        <source>Saved; everybody it is for has it shortly.</source>
        <translation>Đã lưu; mọi người dùng mẫu này sẽ có ngay.</translation>
    </message>
    <message>
        <source>Yes, throw away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Save mine over theirs</source>
        <translation>Ghi đè bằng bản của tôi</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(chưa đặt tên)</translation>
    </message>
    <message>
        <source>List of templates</source>
        <translation>Danh sách mẫu</translation>
    </message>
    <message>
        <source>No template has these words.</source>
        <translation>Không có mẫu nào chứa các từ này.</translation>
    </message>
    <message>
        <source>There is no template yet.</source>
        <translation>Chưa có mẫu nào.</translation>
    </message>
    <message>
        <source>{title} · not saved</source>
        <translation>{title} · chưa lưu</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>any state</source>
        <translation>mọi trạng thái</translation>
    </message>
    <message>
        <source>The city</source>
        <translation>Thành phố</translation>
    </message>
    <message>
        <source>every field</source>
        <translation>mọi lĩnh vực</translation>
    </message>
    <message>
        <source>Unit that answers</source>
        <translation>Đơn vị trả lời</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Nơi phản ánh</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã phản ánh</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Day received</source>
        <translation>Ngày tiếp nhận</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn xử lý</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Phiên bản {number}</translation>
    </message>
</context>
<context>
    <name>Ties</name>
    <message>
        <source>a report that is not on this desk</source>
        <translation>phản ánh không có trên máy này</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>Trùng với</translation>
    </message>
    <message>
        <source>Merged: decided and answered in</source>
        <translation>Đã gộp: quyết định và trả lời ở</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Là một phần của</translation>
    </message>
    <message>
        <source>Part:</source>
        <translation>Phần:</translation>
    </message>
    <message>
        <source>Goes with this one:</source>
        <translation>Gộp vào đây:</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{who}, on behalf of {colleague}</source>
        <translation>{who}, thay mặt {colleague}</translation>
    </message>
    <message>
        <source>as approver and publisher, by policy</source>
        <translation>với cả hai vai trò: người duyệt và người công bố, theo quy chế</translation>
    </message>
    <message>
        <source>✓ signed with the card, checked by the centre</source>
        <translation>✓ ký bằng thẻ, trung tâm đã kiểm tra</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>nội bộ</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Bạn</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>One by one: {listed}</source>
        <translation>Lần lượt: {listed}</translation>
    </message>
    <message>
        <source>{lane}, go through</source>
        <translation>{lane}, xử lý lần lượt</translation>
    </message>
    <message>
        <source>Work on these at once</source>
        <translation>Xử lý ngay</translation>
    </message>
    <message>
        <source>Past their deadline: answer, extend, or urge</source>
        <translation>Đã quá thời hạn: trả lời, gia hạn hoặc đôn đốc</translation>
    </message>
    <message>
        <source>The time to accept has passed: accept, return, or urge</source>
        <translation>Đã quá giờ tiếp nhận: nhận xử lý, trả lại hoặc đôn đốc</translation>
    </message>
    <message>
        <source>Until 17:00 today</source>
        <translation>Trước 17 giờ hôm nay</translation>
    </message>
    <message>
        <source>A colleague cannot go on without you</source>
        <translation>Đồng nghiệp đang chờ bạn mới làm tiếp được</translation>
    </message>
    <message>
        <source>A colleague was quicker: mine or theirs</source>
        <translation>Đồng nghiệp đã làm trước: giữ bản của bạn hay của họ</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Bạn chưa mở xem</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Hôm nay, {day}</translation>
    </message>
    <message>
        <source>Enter goes through a list one by one; Esc comes back here.</source>
        <translation>Enter để xử lý lần lượt từng phản ánh trong danh sách; Esc để trở về đây.</translation>
    </message>
    <message>
        <source>Nothing is late, nothing is due today, nobody waits for you.</source>
        <translation>Không có phản ánh quá hạn hay đến hạn hôm nay, không ai phải chờ bạn.</translation>
    </message>
    <message>
        <source>The reports have not all reached this computer yet: the numbers grow.</source>
        <translation>Phản ánh chưa về đủ trên máy này: các con số còn tăng.</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>PIN {pin}</source>
        <translation>PIN {pin}</translation>
    </message>
    <message>
        <source>In the reader</source>
        <translation>Đang cắm</translation>
    </message>
    <message>
        <source>Put into reader</source>
        <translation>Cắm vào đầu đọc</translation>
    </message>
    <message>
        <source>Tap at the kiosk</source>
        <translation>Chạm ở kiosk</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>hết hạn</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>bị thu hồi</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bị khóa</translation>
    </message>
    <message>
        <source>This card is in the desk&apos;s reader: take it out first.</source>
        <translation>Thẻ này đang ở đầu đọc của bàn làm việc: hãy rút ra trước.</translation>
    </message>
    <message>
        <source>Training tray</source>
        <translation>Khay tập huấn</translation>
    </message>
    <message>
        <source>Staff cards</source>
        <translation>Thẻ cán bộ</translation>
    </message>
    <message>
        <source>Citizens&apos; documents</source>
        <translation>Giấy tờ người dân</translation>
    </message>
    <message>
        <source>Put a card into the reader, type its PIN, and work as that person.</source>
        <translation>Cắm một thẻ vào đầu đọc, nhập mã PIN in trên thẻ và làm việc như người đó.</translation>
    </message>
    <message>
        <source>Take the card out</source>
        <translation>Rút thẻ</translation>
    </message>
    <message>
        <source>Cut the network</source>
        <translation>Ngắt mạng</translation>
    </message>
    <message>
        <source>Restore the network</source>
        <translation>Nối lại mạng</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Mở bàn làm việc</translation>
    </message>
    <message>
        <source>Open the kiosk</source>
        <translation>Mở máy chấm công</translation>
    </message>
    <message>
        <source>On the reader</source>
        <translation>Trên đầu đọc</translation>
    </message>
    <message>
        <source>Lay on the reader</source>
        <translation>Đặt lên đầu đọc</translation>
    </message>
    <message>
        <source>Copy its code</source>
        <translation>Chép mã</translation>
    </message>
    <message>
        <source>Citizen card</source>
        <translation>Thẻ căn cước</translation>
    </message>
    <message>
        <source>Foreign passport</source>
        <translation>Hộ chiếu nước ngoài</translation>
    </message>
    <message>
        <source>Citizen card, chip altered</source>
        <translation>Thẻ căn cước, chip bị sửa</translation>
    </message>
    <message>
        <source>Citizen card, chip copied</source>
        <translation>Thẻ căn cước, chip sao chép</translation>
    </message>
    <message>
        <source>Citizen card, signature of another</source>
        <translation>Thẻ căn cước, chữ ký của người khác</translation>
    </message>
    <message>
        <source>Citizen card, forged issuer</source>
        <translation>Thẻ căn cước, nơi cấp giả</translation>
    </message>
    <message>
        <source>The document cannot be made: the folder of training cards is not usable.</source>
        <translation>Không tạo được giấy tờ: thư mục thẻ tập huấn không dùng được.</translation>
    </message>
    <message>
        <source>At the counter: copy a document&apos;s code, paste it, lay the document down.</source>
        <translation>Ở quầy: chép mã của giấy tờ, dán vào ô quét, rồi đặt giấy tờ lên đầu đọc.</translation>
    </message>
    <message>
        <source>Take the document away</source>
        <translation>Lấy giấy tờ ra</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>What may tell who somebody is</source>
        <translation>Chỗ có thể lộ danh tính</translation>
    </message>
    <message>
        <source>Hide all</source>
        <translation>Che tất cả</translation>
    </message>
    <message>
        <source>Hide all that was found</source>
        <translation>Che mọi chỗ đã tìm thấy</translation>
    </message>
    <message>
        <source>The public will read:</source>
        <translation>Người dân sẽ đọc:</translation>
    </message>
    <message>
        <source>What the public will read</source>
        <translation>Nội dung công khai</translation>
    </message>
    <message>
        <source>Places found, with their choices</source>
        <translation>Các chỗ tìm thấy, kèm lựa chọn</translation>
    </message>
    <message>
        <source>May tell who somebody is: {found}. Still to decide: {left}</source>
        <translation>Số chỗ có thể lộ danh tính: {found}, chưa quyết định: {left}</translation>
    </message>
    <message>
        <source>All {found} places are decided.</source>
        <translation>Đã quyết định cả {found} chỗ.</translation>
    </message>
    <message>
        <source>Nothing was found that looks like an identity. Read it all the same.</source>
        <translation>Không thấy chỗ nào giống thông tin danh tính. Vẫn cần đọc lại.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Che</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Ward or commune</source>
        <translation>Phường, xã</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ngày nhận</translation>
    </message>
    <message>
        <source>Group by deadline</source>
        <translation>Nhóm theo hạn</translation>
    </message>
    <message>
        <source>One line a row</source>
        <translation>Mỗi dòng một hàng</translation>
    </message>
    <message>
        <source>A row tells</source>
        <translation>Mỗi hàng cho biết</translation>
    </message>
    <message>
        <source>How the list is shown</source>
        <translation>Cách hiển thị danh sách</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>{count} min</source>
        <translation>{count} phút</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} giờ</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} ngày</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>vừa xong</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>{span} trước</translation>
    </message>
</context>
<context>
    <name>WhoWhatWhen</name>
    <message>
        <source>not assigned yet</source>
        <translation>chưa giao</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào xong</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>The card could not be read.</source>
        <translation>Không đọc được thẻ.</translation>
    </message>
    <message>
        <source>Take the card out, put it in again. If it happens again, call the site admin.</source>
        <translation>Rút thẻ ra rồi cắm lại. Nếu vẫn lỗi, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The smart-card service of this computer is not running.</source>
        <translation>Dịch vụ thẻ thông minh trên máy này không chạy.</translation>
    </message>
    <message>
        <source>It is being looked for again by itself. If this stays for a minute, restart the computer or call the site admin.</source>
        <translation>Chương trình đang tự thử lại. Nếu sau một phút vẫn vậy, khởi động lại máy hoặc báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>Chưa có đầu đọc thẻ.</translation>
    </message>
    <message>
        <source>Plug the reader in; the program notices by itself.</source>
        <translation>Cắm đầu đọc vào máy, chương trình sẽ tự nhận.</translation>
    </message>
    <message>
        <source>The reader does not answer.</source>
        <translation>Đầu đọc không phản hồi.</translation>
    </message>
    <message>
        <source>Unplug the reader and plug it in again. The other readers keep working.</source>
        <translation>Rút đầu đọc ra rồi cắm lại. Các đầu đọc khác vẫn hoạt động.</translation>
    </message>
    <message>
        <source>The reader reported a fault.</source>
        <translation>Đầu đọc báo lỗi.</translation>
    </message>
    <message>
        <source>Unplug the reader and plug it in again.</source>
        <translation>Rút đầu đọc ra rồi cắm lại.</translation>
    </message>
    <message>
        <source>The card was taken out too early.</source>
        <translation>Thẻ bị rút ra quá sớm.</translation>
    </message>
    <message>
        <source>Put the card in again and leave it there until the work is done.</source>
        <translation>Cắm thẻ lại và giữ yên cho đến khi xong.</translation>
    </message>
    <message>
        <source>Another program interrupted the card.</source>
        <translation>Chương trình khác đã ngắt thẻ giữa chừng.</translation>
    </message>
    <message>
        <source>Try again. If it happens often, close other programs that use cards.</source>
        <translation>Thử lại. Nếu lặp lại nhiều lần, đóng các chương trình khác đang dùng thẻ.</translation>
    </message>
    <message>
        <source>Another program is using this card.</source>
        <translation>Chương trình khác đang giữ thẻ này.</translation>
    </message>
    <message>
        <source>Close that program (signing tool, tax declaration…) and try again.</source>
        <translation>Đóng chương trình đó (công cụ ký số, khai thuế…) rồi thử lại.</translation>
    </message>
    <message>
        <source>This card has only a number, no key: it cannot sign in.</source>
        <translation>Thẻ này chỉ có số, không có khóa: không dùng để đăng nhập được.</translation>
    </message>
    <message>
        <source>Put your civil-servant card in. Where the city allows it, this one can check in.</source>
        <translation>Hãy cắm thẻ công chức. Thẻ này chỉ dùng để chấm công, nếu thành phố cho phép.</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>Thẻ không phản hồi.</translation>
    </message>
    <message>
        <source>Check that the chip faces the right way and is clean, then put the card in again.</source>
        <translation>Kiểm tra chip đúng chiều và sạch, rồi cắm thẻ lại.</translation>
    </message>
    <message>
        <source>This is not a civil-servant card.</source>
        <translation>Đây không phải thẻ công chức.</translation>
    </message>
    <message>
        <source>Use the card your agency issued for sign-in. Bank cards and citizen cards do not work here.</source>
        <translation>Dùng thẻ do cơ quan cấp để đăng nhập. Thẻ ngân hàng, thẻ căn cước không dùng được ở đây.</translation>
    </message>
    <message>
        <source>The PIN works only with the card in the slot.</source>
        <translation>Chỉ nhập được mã PIN khi thẻ nằm trong khe đọc.</translation>
    </message>
    <message>
        <source>Put the card into the reader&apos;s slot, chip first.</source>
        <translation>Cắm thẻ vào khe của đầu đọc, chip vào trước.</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>Sai mã PIN.</translation>
    </message>
    <message>
        <source>Tries left: {tries_left}. At zero the card locks itself.</source>
        <translation>Còn {tries_left} lần thử. Hết lượt, thẻ sẽ tự khóa.</translation>
    </message>
    <message>
        <source>The card refused what was typed.</source>
        <translation>Thẻ không nhận mã vừa nhập.</translation>
    </message>
    <message>
        <source>Type it again with care: the card does not tell how many tries are left.</source>
        <translation>Hãy nhập lại thật cẩn thận: thẻ không cho biết còn bao nhiêu lần thử.</translation>
    </message>
    <message>
        <source>This card is locked: the PIN was wrong too many times.</source>
        <translation>Thẻ đã bị khóa do nhập sai mã PIN quá số lần cho phép.</translation>
    </message>
    <message>
        <source>Call the site admin of your unit to unlock the card. The PIN does not need to be typed any more.</source>
        <translation>Gọi quản trị viên đơn vị để mở khóa thẻ. Không cần nhập mã PIN nữa.</translation>
    </message>
    <message>
        <source>The card does not take a PIN of this form.</source>
        <translation>Thẻ không nhận mã PIN dạng này.</translation>
    </message>
    <message>
        <source>Choose 6 to 8 digits as the card&apos;s issuer asks. No try was spent.</source>
        <translation>Chọn 6 đến 8 chữ số theo yêu cầu của nơi cấp thẻ. Chưa mất lần thử nào.</translation>
    </message>
    <message>
        <source>Only the card&apos;s issuer can set this PIN anew.</source>
        <translation>Chỉ nơi cấp thẻ mới đặt lại được mã PIN này.</translation>
    </message>
    <message>
        <source>It is the PIN of the whole card, not of this application alone. Take the card to the place that issued it. No try was spent.</source>
        <translation>Đây là mã PIN chung của cả thẻ, không riêng của ứng dụng này. Hãy mang thẻ đến nơi đã cấp. Chưa mất lượt thử nào.</translation>
    </message>
    <message>
        <source>Nothing was typed on the reader in time.</source>
        <translation>Chưa nhập gì trên đầu đọc trong thời gian cho phép.</translation>
    </message>
    <message>
        <source>Start again and type on the reader&apos;s keys. No try was spent.</source>
        <translation>Làm lại và nhập bằng phím trên đầu đọc. Chưa mất lần thử nào.</translation>
    </message>
    <message>
        <source>The entry was cancelled on the reader.</source>
        <translation>Việc nhập đã bị hủy trên đầu đọc.</translation>
    </message>
    <message>
        <source>Start again whenever you like. No try was spent.</source>
        <translation>Làm lại khi nào cũng được. Chưa mất lần thử nào.</translation>
    </message>
    <message>
        <source>The new PIN was not typed alike twice.</source>
        <translation>Hai lần nhập mã PIN mới không giống nhau.</translation>
    </message>
    <message>
        <source>Start again on the reader&apos;s keys. No try was spent.</source>
        <translation>Làm lại bằng phím trên đầu đọc. Chưa mất lần thử nào.</translation>
    </message>
    <message>
        <source>The keys of the reader do not work with this card.</source>
        <translation>Phím của đầu đọc không dùng được với thẻ này.</translation>
    </message>
    <message>
        <source>Take the card out and put it in again, then type the PIN here.</source>
        <translation>Rút thẻ ra rồi cắm lại, sau đó nhập mã PIN tại đây.</translation>
    </message>
    <message>
        <source>Wrong PUK.</source>
        <translation>Sai mã PUK.</translation>
    </message>
    <message>
        <source>Tries left: {tries_left}. At zero the card can never be unlocked again.</source>
        <translation>Còn {tries_left} lần thử. Hết lượt thì thẻ không bao giờ mở khóa được nữa.</translation>
    </message>
    <message>
        <source>The PUK is locked: it was wrong too many times.</source>
        <translation>Mã PUK đã bị khóa vì sai quá nhiều lần.</translation>
    </message>
    <message>
        <source>The token refused the PIN.</source>
        <translation>Thiết bị ký số không chấp nhận mã PIN.</translation>
    </message>
    <message>
        <source>Type it again with care: the token does not tell how many tries are left.</source>
        <translation>Nhập lại cẩn thận: thiết bị không cho biết còn bao nhiêu lần thử.</translation>
    </message>
    <message>
        <source>This token cannot do that ({what}).</source>
        <translation>Thiết bị ký số này không làm được việc đó ({what}).</translation>
    </message>
    <message>
        <source>Use your civil-servant card, or ask the token&apos;s issuer for a newer one.</source>
        <translation>Dùng thẻ cán bộ, hoặc đề nghị nơi cấp thiết bị đổi loại mới hơn.</translation>
    </message>
    <message>
        <source>The software of the token&apos;s maker stopped working ({reason}).</source>
        <translation>Phần mềm của hãng thiết bị ký số đã ngừng hoạt động ({reason}).</translation>
    </message>
    <message>
        <source>Plug the token in again. If it happens again, have its software installed anew.</source>
        <translation>Cắm lại thiết bị. Nếu vẫn lỗi, hãy cho cài lại phần mềm của thiết bị.</translation>
    </message>
    <message>
        <source>The card refuses this without the PIN.</source>
        <translation>Thẻ từ chối vì chưa xác nhận mã PIN.</translation>
    </message>
    <message>
        <source>Sign in again with card and PIN.</source>
        <translation>Đăng nhập lại bằng thẻ và mã PIN.</translation>
    </message>
    <message>
        <source>The card is not complete: a certificate or key is missing.</source>
        <translation>Thẻ chưa đủ dữ liệu: thiếu chứng thư hoặc khóa.</translation>
    </message>
    <message>
        <source>Take the card to the issuing office; it must be written again.</source>
        <translation>Mang thẻ đến bộ phận cấp thẻ để ghi lại.</translation>
    </message>
    <message>
        <source>This cannot be a PIN: 6 to 8 digits, or letters without marks.</source>
        <translation>Đây không thể là PIN: PIN có 6 đến 8 chữ số, hoặc chữ cái không dấu.</translation>
    </message>
    <message>
        <source>Turn the Vietnamese input method (Unikey) off and type it again. Nothing was sent to the card and no try was spent.</source>
        <translation>Hãy tắt bộ gõ tiếng Việt (Unikey) rồi gõ lại. Chưa gửi gì tới thẻ và chưa mất lần thử nào.</translation>
    </message>
    <message>
        <source>The card answered in a way that no such card may.</source>
        <translation>Thẻ trả lời sai chuẩn.</translation>
    </message>
    <message>
        <source>Try another card. If only this card does so, take it to the issuing office.</source>
        <translation>Thử thẻ khác. Nếu chỉ thẻ này lỗi, mang đến bộ phận cấp thẻ.</translation>
    </message>
    <message>
        <source>The card&apos;s answer was too long and was cut off.</source>
        <translation>Thẻ trả lời quá dài nên đã bị ngắt.</translation>
    </message>
    <message>
        <source>The card refused the operation.</source>
        <translation>Thẻ từ chối thao tác.</translation>
    </message>
    <message>
        <source>The card&apos;s key is of a kind that this program does not use ({name}).</source>
        <translation>Khóa trên thẻ thuộc loại chương trình không dùng ({name}).</translation>
    </message>
    <message>
        <source>Take the card to the issuing office.</source>
        <translation>Mang thẻ đến bộ phận cấp thẻ.</translation>
    </message>
    <message>
        <source>The card&apos;s certificate ended on {not_after}.</source>
        <translation>Chứng thư trên thẻ đã hết hạn ngày {not_after}.</translation>
    </message>
    <message>
        <source>Ask the issuing office for a new card; for today the site admin can issue a temporary one.</source>
        <translation>Liên hệ bộ phận cấp thẻ để đổi thẻ; trong ngày, quản trị viên có thể cấp thẻ tạm.</translation>
    </message>
    <message>
        <source>The card&apos;s certificate is valid only from {not_before}.</source>
        <translation>Chứng thư trên thẻ chỉ có hiệu lực từ ngày {not_before}.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer. If they are right, call the issuing office.</source>
        <translation>Kiểm tra ngày giờ của máy. Nếu đúng, liên hệ bộ phận cấp thẻ.</translation>
    </message>
    <message>
        <source>This card was issued by somebody else ({issuer}).</source>
        <translation>Thẻ này do nơi khác cấp ({issuer}).</translation>
    </message>
    <message>
        <source>Use the card your own city issued. If it is that card, call the site admin.</source>
        <translation>Dùng thẻ do thành phố cấp. Nếu đúng là thẻ đó, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The card&apos;s certificate is not meant for this.</source>
        <translation>Chứng thư trên thẻ không dùng cho việc này.</translation>
    </message>
    <message>
        <source>Use your civil-servant card for sign-in. If it is that card, call the issuing office.</source>
        <translation>Dùng thẻ công chức để đăng nhập. Nếu đúng là thẻ đó, liên hệ bộ phận cấp thẻ.</translation>
    </message>
    <message>
        <source>The card&apos;s certificate is forged or damaged.</source>
        <translation>Chứng thư trên thẻ bị giả mạo hoặc hỏng.</translation>
    </message>
    <message>
        <source>Do not use this card. Hand it to the site admin.</source>
        <translation>Không dùng thẻ này. Giao lại cho quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The card was revoked on {since}.</source>
        <translation>Thẻ đã bị thu hồi ngày {since}.</translation>
    </message>
    <message>
        <source>Call the site admin. If the card was reported lost and found again, it must be replaced.</source>
        <translation>Gọi quản trị viên đơn vị. Thẻ từng báo mất nay tìm thấy vẫn phải đổi thẻ mới.</translation>
    </message>
    <message>
        <source>The card&apos;s key does not belong to its certificate.</source>
        <translation>Khóa trên thẻ không khớp với chứng thư.</translation>
    </message>
    <message>
        <source>The card holds data that its issuer did not sign.</source>
        <translation>Trên thẻ có dữ liệu không do nơi cấp thẻ ký.</translation>
    </message>
    <message>
        <source>The card in the reader is not the one you signed in with.</source>
        <translation>Thẻ trong đầu đọc không phải thẻ bạn đã đăng nhập.</translation>
    </message>
    <message>
        <source>No PIN was tried. Put your own card back and sign again.</source>
        <translation>Chưa thử mã PIN nào. Hãy cắm lại thẻ của bạn rồi ký lại.</translation>
    </message>
    <message>
        <source>The new list of revoked cards could not be accepted.</source>
        <translation>Không nhận được danh sách thẻ thu hồi mới.</translation>
    </message>
    <message>
        <source>Work goes on with the last good list. It is fetched again by itself.</source>
        <translation>Vẫn dùng danh sách hợp lệ gần nhất. Chương trình sẽ tự tải lại.</translation>
    </message>
    <message>
        <source>The centre could not be asked.</source>
        <translation>Không hỏi được trung tâm.</translation>
    </message>
    <message>
        <source>Your work is kept on this computer. It is tried again by itself.</source>
        <translation>Công việc của bạn được giữ trên máy này. Chương trình sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The centre cannot be reached.</source>
        <translation>Không kết nối được với trung tâm.</translation>
    </message>
    <message>
        <source>Go on working: everything is kept on this computer and sent when the network is back.</source>
        <translation>Cứ làm việc tiếp: mọi thứ được giữ trên máy và tự gửi khi có mạng.</translation>
    </message>
    <message>
        <source>Somebody answers who cannot prove to be the centre.</source>
        <translation>Máy chủ trả lời không chứng minh được là của trung tâm.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the address, the date of this computer and the network, then call the site admin.</source>
        <translation>Chưa gửi gì. Kiểm tra địa chỉ, ngày giờ của máy và mạng, rồi báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The centre has a fault (error {status}).</source>
        <translation>Máy chủ của trung tâm gặp sự cố (lỗi {status}).</translation>
    </message>
    <message>
        <source>The answer makes no sense.</source>
        <translation>Câu trả lời nhận được không hợp lệ.</translation>
    </message>
    <message>
        <source>Is this the right address? A sign-in page of the Wi-Fi may be in between. Nothing was lost.</source>
        <translation>Kiểm tra địa chỉ máy chủ; có thể trang đăng nhập Wi-Fi đang chặn giữa. Không mất dữ liệu nào.</translation>
    </message>
    <message>
        <source>This is larger than the centre takes.</source>
        <translation>Dung lượng vượt mức trung tâm cho phép.</translation>
    </message>
    <message>
        <source>Make the text or the file smaller and send it again.</source>
        <translation>Rút gọn nội dung hoặc giảm dung lượng tệp rồi gửi lại.</translation>
    </message>
    <message>
        <source>The centre does not accept this sign-in any more.</source>
        <translation>Trung tâm không còn chấp nhận phiên đăng nhập này.</translation>
    </message>
    <message>
        <source>Sign in again with card and PIN. Your unsent work stays.</source>
        <translation>Đăng nhập lại bằng thẻ và mã PIN. Việc chưa gửi vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The centre refused this.</source>
        <translation>Trung tâm từ chối thao tác này.</translation>
    </message>
    <message>
        <source>What you wrote is kept. Read the report&apos;s present state, then decide.</source>
        <translation>Nội dung bạn viết vẫn được giữ. Xem trạng thái hiện tại của phản ánh rồi quyết định.</translation>
    </message>
    <message>
        <source>The centre is busy.</source>
        <translation>Trung tâm đang bận.</translation>
    </message>
    <message>
        <source>It is tried again by itself in a moment.</source>
        <translation>Chương trình sẽ tự thử lại sau ít phút.</translation>
    </message>
    <message>
        <source>This program is too old for the centre: at least version {minimum} is needed.</source>
        <translation>Chương trình đã cũ: trung tâm yêu cầu phiên bản từ {minimum}.</translation>
    </message>
    <message>
        <source>Your work is kept. Ask the site admin for the update.</source>
        <translation>Công việc được giữ nguyên. Đề nghị quản trị viên đơn vị cập nhật.</translation>
    </message>
    <message>
        <source>This address is not secure.</source>
        <translation>Địa chỉ này không an toàn.</translation>
    </message>
    <message>
        <source>The address must begin with https:// (http:// only for a server on this computer).</source>
        <translation>Địa chỉ phải bắt đầu bằng https:// (http:// chỉ dùng cho máy chủ trên chính máy này).</translation>
    </message>
    <message>
        <source>The request was stopped.</source>
        <translation>Yêu cầu đã dừng.</translation>
    </message>
    <message>
        <source>Nothing was lost; try again.</source>
        <translation>Không mất dữ liệu; hãy thử lại.</translation>
    </message>
    <message>
        <source>This report is not available to you.</source>
        <translation>Phản ánh này không thuộc phạm vi của bạn.</translation>
    </message>
    <message>
        <source>It may have been passed to another unit. What you wrote is kept under drafts.</source>
        <translation>Có thể đã chuyển đơn vị khác. Nội dung bạn viết được giữ trong bản nháp.</translation>
    </message>
    <message>
        <source>Somebody else changed this report meanwhile.</source>
        <translation>Trong lúc đó, người khác đã thay đổi phản ánh này.</translation>
    </message>
    <message>
        <source>Compare both versions and choose. Your text is kept.</source>
        <translation>So sánh hai bản rồi chọn. Nội dung của bạn vẫn được giữ.</translation>
    </message>
    <message>
        <source>The enrolment code is not known.</source>
        <translation>Mã ghi danh không đúng.</translation>
    </message>
    <message>
        <source>Check it letter by letter, or ask the site admin for a new one.</source>
        <translation>Kiểm tra từng ký tự, hoặc xin quản trị viên mã mới.</translation>
    </message>
    <message>
        <source>The enrolment code was used already.</source>
        <translation>Mã ghi danh đã được dùng.</translation>
    </message>
    <message>
        <source>A code works once. Ask the site admin for a new one.</source>
        <translation>Mỗi mã chỉ dùng một lần. Xin quản trị viên mã mới.</translation>
    </message>
    <message>
        <source>The enrolment code has expired.</source>
        <translation>Mã ghi danh đã hết hạn.</translation>
    </message>
    <message>
        <source>A code is valid for 15 minutes. Ask the site admin for a new one.</source>
        <translation>Mã có hiệu lực 15 phút. Xin quản trị viên mã mới.</translation>
    </message>
    <message>
        <source>Too many wrong codes.</source>
        <translation>Nhập sai mã quá nhiều lần.</translation>
    </message>
    <message>
        <source>Wait some minutes, then type the code once more with care.</source>
        <translation>Chờ vài phút rồi nhập lại cẩn thận.</translation>
    </message>
    <message>
        <source>What the centre says of itself cannot be read.</source>
        <translation>Không đọc được thông tin tin cậy của trung tâm.</translation>
    </message>
    <message>
        <source>Check the address. If it is right, call the site admin.</source>
        <translation>Kiểm tra địa chỉ. Nếu đúng, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>What the centre says of itself is not signed correctly.</source>
        <translation>Chữ ký trên thông tin tin cậy của trung tâm không đúng.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Check the address with the site admin.</source>
        <translation>Không có gì được áp dụng. Kiểm tra lại địa chỉ với quản trị viên.</translation>
    </message>
    <message>
        <source>The centre offered older rules than this computer has.</source>
        <translation>Trung tâm gửi bộ quy tắc cũ hơn bộ đang dùng.</translation>
    </message>
    <message>
        <source>Work goes on with the newer ones. Tell the site admin.</source>
        <translation>Vẫn dùng bộ mới hơn. Hãy báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>A training centre may only run on this computer.</source>
        <translation>Môi trường tập huấn chỉ được chạy trên chính máy này.</translation>
    </message>
    <message>
        <source>Use the address of the real centre.</source>
        <translation>Dùng địa chỉ của trung tâm thật.</translation>
    </message>
    <message>
        <source>The code has 12 letters and digits.</source>
        <translation>Mã gồm 12 chữ cái và chữ số.</translation>
    </message>
    <message>
        <source>Check it letter by letter; nothing was sent.</source>
        <translation>Kiểm tra từng ký tự; chưa gửi gì đi.</translation>
    </message>
    <message>
        <source>The centre issued a certificate for another computer.</source>
        <translation>Trung tâm cấp chứng thư cho máy khác.</translation>
    </message>
    <message>
        <source>Nothing was taken over. Tell the site admin.</source>
        <translation>Không có gì được áp dụng. Hãy báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>This computer is enrolled already.</source>
        <translation>Máy này đã được ghi danh.</translation>
    </message>
    <message>
        <source>To enrol it anew, the site admin removes it from the centre first.</source>
        <translation>Muốn ghi danh lại, quản trị viên phải gỡ máy khỏi trung tâm trước.</translation>
    </message>
    <message>
        <source>The centre knows this computer already.</source>
        <translation>Trung tâm đã biết máy này.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell the site admin.</source>
        <translation>Thử lại; nếu vẫn vậy, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The centre&apos;s receipt for check-ins is not genuine.</source>
        <translation>Biên nhận chấm công của trung tâm không xác thực được.</translation>
    </message>
    <message>
        <source>The taps are kept here. Tell the site admin at once.</source>
        <translation>Các lượt chạm được giữ tại máy. Báo ngay quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The training centre did not start.</source>
        <translation>Không khởi động được trung tâm tập huấn.</translation>
    </message>
    <message>
        <source>Close the program and start it again.</source>
        <translation>Đóng chương trình rồi mở lại.</translation>
    </message>
    <message>
        <source>The centre&apos;s fingerprint is not the one you were given.</source>
        <translation>Dấu vân của trung tâm không khớp với dấu vân bạn nhận được.</translation>
    </message>
    <message>
        <source>Do not go on. Check the address and the fingerprint with the site admin.</source>
        <translation>Không tiếp tục. Kiểm tra lại địa chỉ và dấu vân với quản trị viên.</translation>
    </message>
    <message>
        <source>The data on this computer could not be written.</source>
        <translation>Không ghi được dữ liệu trên máy này.</translation>
    </message>
    <message>
        <source>What is on the screen is still there. Try again; if it happens again, call the site admin.</source>
        <translation>Nội dung trên màn hình vẫn còn. Thử lại; nếu vẫn lỗi, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Ổ đĩa đã đầy.</translation>
    </message>
    <message>
        <source>Nothing was half written. Free some room on the disk, then try again.</source>
        <translation>Không có dữ liệu ghi dở. Giải phóng dung lượng rồi thử lại.</translation>
    </message>
    <message>
        <source>The folder of the program cannot be written.</source>
        <translation>Không có quyền ghi vào thư mục của chương trình.</translation>
    </message>
    <message>
        <source>Ask the site admin to give you the right to write there.</source>
        <translation>Đề nghị quản trị viên cấp quyền ghi.</translation>
    </message>
    <message>
        <source>The data on this computer cannot be read.</source>
        <translation>Không đọc được dữ liệu trên máy này.</translation>
    </message>
    <message>
        <source>Restart the program. If it stays, call the site admin; the centre still has all that was sent.</source>
        <translation>Khởi động lại chương trình. Nếu vẫn lỗi, báo quản trị viên; dữ liệu đã gửi vẫn còn ở trung tâm.</translation>
    </message>
    <message>
        <source>The data on this computer is damaged.</source>
        <translation>Dữ liệu trên máy này bị hỏng.</translation>
    </message>
    <message>
        <source>Do not delete anything. Call the site admin: a backup lies beside it.</source>
        <translation>Không xóa gì. Báo quản trị viên: có bản sao lưu ngay bên cạnh.</translation>
    </message>
    <message>
        <source>The data on this computer does not open with this key.</source>
        <translation>Khóa này không mở được dữ liệu trên máy.</translation>
    </message>
    <message>
        <source>Sign in with the card you used before. Otherwise call the site admin.</source>
        <translation>Đăng nhập bằng thẻ đã dùng trước đây. Nếu không được, báo quản trị viên.</translation>
    </message>
    <message>
        <source>The data is in use by another window of this program.</source>
        <translation>Dữ liệu đang được một cửa sổ khác của chương trình dùng.</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Chờ một lát rồi thử lại.</translation>
    </message>
    <message>
        <source>The desk was locked.</source>
        <translation>Bàn làm việc đã khóa.</translation>
    </message>
    <message>
        <source>Sign in again; what you wrote was kept.</source>
        <translation>Đăng nhập lại; nội dung bạn viết vẫn được giữ.</translation>
    </message>
    <message>
        <source>This data was written by a newer version of the program.</source>
        <translation>Dữ liệu do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>Install the newer version; until then you can only read.</source>
        <translation>Cài phiên bản mới; trong lúc chờ chỉ xem được.</translation>
    </message>
    <message>
        <source>The data on this computer refused this change.</source>
        <translation>Dữ liệu trên máy từ chối thay đổi này.</translation>
    </message>
    <message>
        <source>Nothing was changed. Please report this to the site admin.</source>
        <translation>Chưa có gì thay đổi. Hãy báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>This report is no longer on this computer.</source>
        <translation>Phản ánh này không còn trên máy.</translation>
    </message>
    <message>
        <source>It may have been passed to another unit. Your draft is kept.</source>
        <translation>Có thể đã chuyển đơn vị khác. Bản nháp của bạn vẫn được giữ.</translation>
    </message>
    <message>
        <source>A record on this computer cannot be read.</source>
        <translation>Có bản ghi trên máy không đọc được.</translation>
    </message>
    <message>
        <source>It is fetched anew with the next sync.</source>
        <translation>Sẽ được tải lại ở lần đồng bộ tới.</translation>
    </message>
    <message>
        <source>The check-in journal was changed meanwhile.</source>
        <translation>Sổ chấm công vừa thay đổi.</translation>
    </message>
    <message>
        <source>Present the card again.</source>
        <translation>Hãy chạm thẻ lại.</translation>
    </message>
    <message>
        <source>The centre&apos;s receipt does not fit the check-in journal.</source>
        <translation>Biên nhận của trung tâm không khớp sổ chấm công.</translation>
    </message>
    <message>
        <source>The taps are kept here. Tell the site admin.</source>
        <translation>Các lượt chạm được giữ tại máy. Báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The settings on this computer cannot be read.</source>
        <translation>Không đọc được phần cài đặt trên máy này.</translation>
    </message>
    <message>
        <source>Ask the site admin to look at the file settings.toml.</source>
        <translation>Đề nghị quản trị viên kiểm tra tệp settings.toml.</translation>
    </message>
    <message>
        <source>This setting is fixed by the administrator&apos;s policy.</source>
        <translation>Mục này do chính sách của quản trị viên quy định.</translation>
    </message>
    <message>
        <source>Ask the site admin.</source>
        <translation>Hỏi quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The keys of this computer cannot be read.</source>
        <translation>Không đọc được khóa của máy này.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Không cần làm gì.</translation>
    </message>
    <message>
        <source>The smart-card service runs.</source>
        <translation>Dịch vụ thẻ thông minh đang chạy.</translation>
    </message>
    <message>
        <source>The smart-card service is not running; training readers work all the same.</source>
        <translation>Dịch vụ thẻ thông minh không chạy; đầu đọc tập huấn vẫn dùng được.</translation>
    </message>
    <message>
        <source>For real cards plug a reader in, or have the site admin start the service.</source>
        <translation>Để dùng thẻ thật, hãy cắm đầu đọc hoặc nhờ quản trị viên bật dịch vụ.</translation>
    </message>
    <message>
        <source>The reader is connected.</source>
        <translation>Đầu đọc đã kết nối.</translation>
    </message>
    <message>
        <source>The readers&apos; driver answers.</source>
        <translation>Trình điều khiển đầu đọc trả lời tốt.</translation>
    </message>
    <message>
        <source>This remote desktop has no card reader: none is handed on to it.</source>
        <translation>Phiên máy tính từ xa này không có đầu đọc thẻ: chưa đầu đọc nào được chuyển tiếp vào.</translation>
    </message>
    <message>
        <source>Switch on smart cards under Local Resources of the remote connection and connect again, or work at the computer itself.</source>
        <translation>Bật thẻ thông minh trong mục Tài nguyên cục bộ của kết nối từ xa rồi kết nối lại, hoặc làm việc ngay tại máy đó.</translation>
    </message>
    <message>
        <source>A reader is plugged in, but no driver serves it ({count}).</source>
        <translation>Có đầu đọc đã cắm nhưng thiếu trình điều khiển ({count}).</translation>
    </message>
    <message>
        <source>Have the site admin install the reader&apos;s driver.</source>
        <translation>Nhờ quản trị viên cài trình điều khiển của đầu đọc.</translation>
    </message>
    <message>
        <source>No reader is listed; whether one lacks its driver cannot be seen here.</source>
        <translation>Không thấy đầu đọc nào; tại đây không biết được có đầu đọc thiếu trình điều khiển hay không.</translation>
    </message>
    <message>
        <source>If a reader is plugged in, look for it in the system&apos;s device manager and have its driver installed.</source>
        <translation>Nếu đã cắm đầu đọc, hãy tìm nó trong trình quản lý thiết bị của hệ thống và cài trình điều khiển.</translation>
    </message>
    <message>
        <source>The module works; tokens plugged in: {count}.</source>
        <translation>Mô-đun hoạt động; số thiết bị ký số đang cắm: {count}.</translation>
    </message>
    <message>
        <source>The module works; no token is plugged in.</source>
        <translation>Mô-đun hoạt động; chưa cắm thiết bị ký số nào.</translation>
    </message>
    <message>
        <source>No module for signing tokens is set up: cards need none.</source>
        <translation>Chưa cài mô-đun thiết bị ký số; thẻ công chức không cần.</translation>
    </message>
    <message>
        <source>The module is still being loaded.</source>
        <translation>Mô-đun đang được nạp.</translation>
    </message>
    <message>
        <source>Examine again in some seconds.</source>
        <translation>Hãy khám lại sau vài giây.</translation>
    </message>
    <message>
        <source>There is no card in a reader to examine.</source>
        <translation>Chưa có thẻ trong đầu đọc để khám.</translation>
    </message>
    <message>
        <source>Put the card in and examine again.</source>
        <translation>Cắm thẻ rồi khám lại.</translation>
    </message>
    <message>
        <source>The card answers.</source>
        <translation>Thẻ trả lời tốt.</translation>
    </message>
    <message>
        <source>One PIN try is left on this card.</source>
        <translation>Thẻ này chỉ còn một lần thử PIN.</translation>
    </message>
    <message>
        <source>Type the PIN slowly; if you are not sure of it, have it unblocked by PUK first.</source>
        <translation>Hãy gõ PIN thật chậm; nếu không chắc, mở khóa bằng PUK trước.</translation>
    </message>
    <message>
        <source>The card is made for sign-in.</source>
        <translation>Thẻ dùng được để đăng nhập.</translation>
    </message>
    <message>
        <source>Held to the reader, the card can check in.</source>
        <translation>Khi chạm, thẻ chấm công được.</translation>
    </message>
    <message>
        <source>To examine it for sign-in, put it into a slot.</source>
        <translation>Muốn khám phần đăng nhập, hãy cắm thẻ vào khe.</translation>
    </message>
    <message>
        <source>A citizen card or passport lies here; EF.CardAccess reads, the chip opens by {ways}.</source>
        <translation>Trên đầu đọc là thẻ căn cước hoặc hộ chiếu; đọc được EF.CardAccess, chip mở bằng {ways}.</translation>
    </message>
    <message>
        <source>Read it at the counter: type the number or scan the code, and the chip opens.</source>
        <translation>Đọc ở màn hình Quầy: gõ số hoặc quét mã trên thẻ là chip mở.</translation>
    </message>
    <message>
        <source>This is a citizen card or passport, not a staff card; EF.CardAccess reads, the chip opens by {ways}.</source>
        <translation>Đây là thẻ căn cước hoặc hộ chiếu của người dân, không phải thẻ cán bộ; đọc được EF.CardAccess, chip mở bằng {ways}.</translation>
    </message>
    <message>
        <source>For sign-in put your staff card in. To read the document go to the counter and use the reader for citizens.</source>
        <translation>Muốn đăng nhập, hãy cắm thẻ cán bộ. Muốn đọc giấy tờ này, vào màn hình Quầy và dùng đầu đọc của công dân.</translation>
    </message>
    <message>
        <source>This is a citizen card or passport without PACE: its chip opens by its machine-readable lines.</source>
        <translation>Đây là thẻ căn cước hoặc hộ chiếu không có PACE: chip chỉ mở bằng các dòng máy đọc (MRZ).</translation>
    </message>
    <message>
        <source>At the counter type or scan the lines with &lt;&lt;&lt;; the number on the card alone does not open it.</source>
        <translation>Ở màn hình Quầy, gõ hoặc quét các dòng có dấu &lt;&lt;&lt;; chỉ số trên thẻ thì không mở được.</translation>
    </message>
    <message>
        <source>This is a citizen card or passport whose chip asks for a way in not known here: {ways}.</source>
        <translation>Đây là thẻ căn cước hoặc hộ chiếu mà chip đòi cách mở chưa biết ở đây: {ways}.</translation>
    </message>
    <message>
        <source>Take the data from its code or type them. Send this line to the site admin.</source>
        <translation>Lấy dữ liệu từ mã QR hoặc gõ tay. Gửi dòng này cho quản trị viên.</translation>
    </message>
    <message>
        <source>The certificate is good until {not_after}.</source>
        <translation>Chứng thư dùng được đến {not_after}.</translation>
    </message>
    <message>
        <source>The certificate ends on {not_after}: {days} days are left.</source>
        <translation>Chứng thư hết hạn ngày {not_after}: còn {days} ngày.</translation>
    </message>
    <message>
        <source>Ask your card office for a new card now.</source>
        <translation>Hãy đề nghị nơi cấp thẻ cấp thẻ mới ngay.</translation>
    </message>
    <message>
        <source>The certificate is good, but its revocation list is out of date.</source>
        <translation>Chứng thư tốt nhưng danh sách thu hồi đã cũ.</translation>
    </message>
    <message>
        <source>Sign-in works; connect to the centre so that a newer list comes.</source>
        <translation>Vẫn đăng nhập được; hãy kết nối trung tâm để nhận danh sách mới.</translation>
    </message>
    <message>
        <source>Whether the certificate was revoked is not known here.</source>
        <translation>Chưa biết chứng thư có bị thu hồi hay không.</translation>
    </message>
    <message>
        <source>Connect to the centre so that the list of its issuer comes.</source>
        <translation>Hãy kết nối trung tâm để nhận danh sách của nơi cấp.</translation>
    </message>
    <message>
        <source>The revocation list is fresh: issued {issued}, {age} ago.</source>
        <translation>Danh sách thu hồi còn mới: ban hành {issued}, cách đây {age}.</translation>
    </message>
    <message>
        <source>The revocation list is out of date: issued {issued}, {age} ago.</source>
        <translation>Danh sách thu hồi đã quá hạn: ban hành {issued}, cách đây {age}.</translation>
    </message>
    <message>
        <source>Connect to the centre; if it stays old, tell the site admin.</source>
        <translation>Hãy kết nối trung tâm; nếu vẫn cũ, báo quản trị viên.</translation>
    </message>
    <message>
        <source>There is no revocation list on this computer.</source>
        <translation>Máy này chưa có danh sách thu hồi.</translation>
    </message>
    <message>
        <source>Connect to the centre; the list comes by itself.</source>
        <translation>Hãy kết nối trung tâm; danh sách sẽ tự về.</translation>
    </message>
    <message>
        <source>The staff cards&apos; root certificate is installed, until {not_after}.</source>
        <translation>Đã cài chứng thư gốc của thẻ cán bộ, dùng đến {not_after}.</translation>
    </message>
    <message>
        <source>The staff cards&apos; root certificate ends on {not_after}.</source>
        <translation>Chứng thư gốc của thẻ cán bộ hết hạn ngày {not_after}.</translation>
    </message>
    <message>
        <source>Tell the site admin: a new one must come with the trust bundle.</source>
        <translation>Báo quản trị viên: cần chứng thư gốc mới trong gói tin cậy.</translation>
    </message>
    <message>
        <source>Country certificates (CSCA) for citizen cards are installed: {count}.</source>
        <translation>Đã cài chứng thư gốc (CSCA) của thẻ căn cước: {count}.</translation>
    </message>
    <message>
        <source>No country certificate (CSCA) for citizen cards is installed.</source>
        <translation>Chưa cài chứng thư gốc (CSCA) của thẻ căn cước.</translation>
    </message>
    <message>
        <source>Go on: their badge stays neutral. The site admin can install it where the issuer has given it.</source>
        <translation>Cứ làm tiếp: nhãn của thẻ giữ màu trung tính. Quản trị viên đơn vị cài được khi cơ quan cấp cung cấp.</translation>
    </message>
    <message>
        <source>No root certificate of staff cards is installed.</source>
        <translation>Chưa cài chứng thư gốc nào của thẻ cán bộ.</translation>
    </message>
    <message>
        <source>Tell the site admin: no staff card can be recognised.</source>
        <translation>Báo quản trị viên: máy không nhận ra thẻ cán bộ nào.</translation>
    </message>
    <message>
        <source>The staff cards&apos; root certificate ended on {not_after}.</source>
        <translation>Chứng thư gốc của thẻ cán bộ đã hết hạn ngày {not_after}.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s date; if it is right, call the site admin.</source>
        <translation>Kiểm tra ngày giờ của máy; nếu đúng, gọi quản trị viên.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is right.</source>
        <translation>Đồng hồ máy chạy đúng.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is wrong by {minutes} minutes.</source>
        <translation>Đồng hồ máy lệch {minutes} phút.</translation>
    </message>
    <message>
        <source>Work goes by the centre&apos;s time; have the computer&apos;s clock set right.</source>
        <translation>Công việc theo giờ của trung tâm; hãy nhờ chỉnh lại đồng hồ máy.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock shows a time that is over.</source>
        <translation>Đồng hồ máy đang lùi về quá khứ.</translation>
    </message>
    <message>
        <source>Have the computer&apos;s date and time set right; an empty clock battery does this.</source>
        <translation>Hãy nhờ chỉnh lại ngày giờ của máy; pin đồng hồ hết cũng gây lỗi này.</translation>
    </message>
    <message>
        <source>The clock could not be compared with the centre&apos;s.</source>
        <translation>Chưa so được đồng hồ máy với giờ trung tâm.</translation>
    </message>
    <message>
        <source>Connect to the centre and examine again.</source>
        <translation>Hãy kết nối trung tâm rồi khám lại.</translation>
    </message>
    <message>
        <source>The centre answers.</source>
        <translation>Trung tâm trả lời tốt.</translation>
    </message>
    <message>
        <source>The check-in journal is whole.</source>
        <translation>Sổ chấm công nguyên vẹn.</translation>
    </message>
    <message>
        <source>The end of the check-in journal does not hold together.</source>
        <translation>Phần cuối sổ chấm công không khớp nhau.</translation>
    </message>
    <message>
        <source>Do not delete anything. Call the site admin.</source>
        <translation>Không xóa gì. Báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>There is room on the disk ({free} MB).</source>
        <translation>Đĩa còn chỗ ({free} MB).</translation>
    </message>
    <message>
        <source>The disk is nearly full: {free} MB are left.</source>
        <translation>Đĩa sắp đầy: còn {free} MB.</translation>
    </message>
    <message>
        <source>Delete what is no longer needed, or call the site admin.</source>
        <translation>Hãy xóa bớt tệp không cần, hoặc gọi quản trị viên.</translation>
    </message>
    <message>
        <source>The disk is full: {free} MB are left.</source>
        <translation>Đĩa đã đầy: còn {free} MB.</translation>
    </message>
    <message>
        <source>Free some room before you go on: new work could not be kept.</source>
        <translation>Hãy giải phóng chỗ trước khi làm tiếp: việc mới có thể không lưu được.</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>Chương trình gặp lỗi ngoài dự kiến.</translation>
    </message>
    <message>
        <source>Your saved work is safe. Try again; if it happens again, send the log to the site admin.</source>
        <translation>Việc đã lưu vẫn an toàn. Thử lại; nếu vẫn lỗi, gửi nhật ký cho quản trị viên.</translation>
    </message>
    <message>
        <source>This computer is not enrolled yet.</source>
        <translation>Máy này chưa được ghi danh.</translation>
    </message>
    <message>
        <source>Enrol it first with the address and the code from the site admin.</source>
        <translation>Ghi danh trước bằng địa chỉ và mã do quản trị viên cấp.</translation>
    </message>
    <message>
        <source>The first sign-in on this computer needs the network.</source>
        <translation>Lần đăng nhập đầu tiên trên máy này cần có mạng.</translation>
    </message>
    <message>
        <source>Connect the network and try again. After that you can sign in offline too.</source>
        <translation>Kết nối mạng rồi thử lại. Từ lần sau có thể đăng nhập khi mất mạng.</translation>
    </message>
    <message>
        <source>The time for working offline has ended.</source>
        <translation>Đã hết thời gian làm việc ngoại tuyến.</translation>
    </message>
    <message>
        <source>Connect the network and sign in once. Your unsent work is safe on this computer.</source>
        <translation>Kết nối mạng và đăng nhập một lần. Việc chưa gửi vẫn an toàn trên máy này.</translation>
    </message>
    <message>
        <source>All offline sign-ins have been used.</source>
        <translation>Đã dùng hết số lần đăng nhập ngoại tuyến.</translation>
    </message>
    <message>
        <source>The centre says: the card&apos;s certificate has expired.</source>
        <translation>Trung tâm báo: chứng thư trên thẻ đã hết hạn.</translation>
    </message>
    <message>
        <source>The centre says: the card&apos;s certificate is not valid yet.</source>
        <translation>Trung tâm báo: chứng thư trên thẻ chưa đến ngày hiệu lực.</translation>
    </message>
    <message>
        <source>Ask the issuing office from when the card can be used.</source>
        <translation>Hỏi bộ phận cấp thẻ thời điểm thẻ được dùng.</translation>
    </message>
    <message>
        <source>The centre says: this card was revoked.</source>
        <translation>Trung tâm báo: thẻ này đã bị thu hồi.</translation>
    </message>
    <message>
        <source>The centre does not know who issued this card.</source>
        <translation>Trung tâm không nhận ra nơi cấp thẻ này.</translation>
    </message>
    <message>
        <source>The sign-in took too long.</source>
        <translation>Đăng nhập quá lâu nên đã hết hạn.</translation>
    </message>
    <message>
        <source>Type the PIN again.</source>
        <translation>Nhập lại mã PIN.</translation>
    </message>
    <message>
        <source>The centre could not verify the card&apos;s signature.</source>
        <translation>Trung tâm không xác minh được chữ ký của thẻ.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, call the site admin.</source>
        <translation>Thử lại. Nếu vẫn lỗi, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>This card has never signed in on this computer.</source>
        <translation>Thẻ này chưa từng đăng nhập trên máy này.</translation>
    </message>
    <message>
        <source>Connect the network for the first sign-in. After that you can sign in offline too.</source>
        <translation>Kết nối mạng để đăng nhập lần đầu. Từ lần sau có thể đăng nhập khi mất mạng.</translation>
    </message>
    <message>
        <source>The centre cannot tell now whether this card was revoked.</source>
        <translation>Trung tâm hiện chưa xác định được thẻ có bị thu hồi hay không.</translation>
    </message>
    <message>
        <source>Try again in a few minutes; if it stays, call the site admin.</source>
        <translation>Thử lại sau ít phút; nếu vẫn vậy, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The centre did not understand the card&apos;s statement.</source>
        <translation>Trung tâm không hiểu lời xác nhận của thẻ.</translation>
    </message>
    <message>
        <source>The sign-in took too long, or this computer&apos;s clock is wrong.</source>
        <translation>Đăng nhập quá lâu, hoặc đồng hồ của máy sai.</translation>
    </message>
    <message>
        <source>Check date and time, then type the PIN again.</source>
        <translation>Kiểm tra ngày giờ rồi nhập lại mã PIN.</translation>
    </message>
    <message>
        <source>The centre does not know the holder of this card.</source>
        <translation>Trung tâm chưa có thông tin chủ thẻ này.</translation>
    </message>
    <message>
        <source>Ask the site admin to enter you in the directory.</source>
        <translation>Đề nghị quản trị viên thêm bạn vào danh bạ.</translation>
    </message>
    <message>
        <source>This account is not active.</source>
        <translation>Tài khoản này đang ngừng hoạt động.</translation>
    </message>
    <message>
        <source>Ask the site admin or your leader.</source>
        <translation>Hỏi quản trị viên hoặc lãnh đạo đơn vị.</translation>
    </message>
    <message>
        <source>The centre does not know this computer any more.</source>
        <translation>Trung tâm không còn nhận ra máy này.</translation>
    </message>
    <message>
        <source>Ask the site admin for a new enrolment code.</source>
        <translation>Xin quản trị viên mã ghi danh mới.</translation>
    </message>
    <message>
        <source>This card has no key that can protect the work on this computer.</source>
        <translation>Thẻ không có khóa để bảo vệ dữ liệu trên máy này.</translation>
    </message>
    <message>
        <source>Sign in while the network is there, or ask the site admin for another card.</source>
        <translation>Đăng nhập khi có mạng, hoặc đề nghị quản trị viên đổi thẻ.</translation>
    </message>
    <message>
        <source>The data on this computer could not be unlocked.</source>
        <translation>Không mở khóa được dữ liệu trên máy này.</translation>
    </message>
    <message>
        <source>The keys for your data on this computer are missing.</source>
        <translation>Thiếu khóa mở dữ liệu của bạn trên máy này.</translation>
    </message>
    <message>
        <source>Connect the network and sign in: the data is fetched anew. Unsent work needs the site admin.</source>
        <translation>Kết nối mạng và đăng nhập để tải lại dữ liệu. Việc chưa gửi cần quản trị viên hỗ trợ.</translation>
    </message>
    <message>
        <source>The keys for your data on this computer are damaged.</source>
        <translation>Khóa mở dữ liệu của bạn trên máy này bị hỏng.</translation>
    </message>
    <message>
        <source>This card&apos;s part of the keys is damaged.</source>
        <translation>Phần khóa của thẻ này bị hỏng.</translation>
    </message>
    <message>
        <source>Connect the network and sign in once; then it is written anew.</source>
        <translation>Kết nối mạng và đăng nhập một lần để ghi lại.</translation>
    </message>
    <message>
        <source>This card does not open the data on this computer.</source>
        <translation>Thẻ không mở được dữ liệu trên máy này.</translation>
    </message>
    <message>
        <source>The key of this computer is missing from its key store.</source>
        <translation>Khóa của máy không còn trong kho khóa hệ thống.</translation>
    </message>
    <message>
        <source>Connect the network and sign in. If it stays, call the site admin.</source>
        <translation>Kết nối mạng và đăng nhập. Nếu vẫn lỗi, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>This card&apos;s key cannot protect the data on this computer.</source>
        <translation>Khóa trên thẻ không dùng để bảo vệ dữ liệu trên máy được.</translation>
    </message>
    <message>
        <source>Work online with it, or ask the site admin for another card.</source>
        <translation>Làm việc khi có mạng, hoặc đề nghị quản trị viên đổi thẻ.</translation>
    </message>
    <message>
        <source>This card&apos;s holder may not do this here.</source>
        <translation>Người giữ thẻ này không có quyền làm việc này tại đây.</translation>
    </message>
    <message>
        <source>It takes a site admin&apos;s or a supervisor&apos;s card, as the heading says. No PIN try was spent.</source>
        <translation>Cần thẻ quản trị viên đơn vị hoặc thẻ giám sát, như ghi ở tiêu đề. Chưa mất lần thử PIN nào.</translation>
    </message>
    <message>
        <source>Use the card of the last sign-in, or connect the network to sign in anew.</source>
        <translation>Dùng thẻ đã đăng nhập lần trước, hoặc kết nối mạng để đăng nhập lại.</translation>
    </message>
    <message>
        <source>This is no longer possible in the report&apos;s present state.</source>
        <translation>Không thực hiện được ở trạng thái hiện tại của phản ánh.</translation>
    </message>
    <message>
        <source>Somebody was quicker, or another step comes first. Look at the timeline.</source>
        <translation>Có người đã xử lý trước, hoặc còn bước khác phải làm trước. Xem mục Diễn biến.</translation>
    </message>
    <message>
        <source>This command is not yours to give.</source>
        <translation>Bạn không có quyền thực hiện lệnh này.</translation>
    </message>
    <message>
        <source>The unit in charge or the dispatcher can do it.</source>
        <translation>Đơn vị chủ trì hoặc điều phối viên mới làm được.</translation>
    </message>
    <message>
        <source>An approval needs the signature of your card here.</source>
        <translation>Ở đây, phê duyệt phải kèm chữ ký bằng thẻ của bạn.</translation>
    </message>
    <message>
        <source>Approve on the page of approvals, with your card in the reader.</source>
        <translation>Hãy duyệt ở trang Duyệt trả lời, thẻ đặt trong đầu đọc.</translation>
    </message>
    <message>
        <source>This field wants a photo of what was fixed, taken after the work.</source>
        <translation>Lĩnh vực này đòi ảnh sau khi khắc phục.</translation>
    </message>
    <message>
        <source>Add it, make its public copy, and tick it under the answer.</source>
        <translation>Thêm ảnh, tạo bản công khai rồi đánh dấu chọn dưới câu trả lời.</translation>
    </message>
    <message>
        <source>This field wants the photo from before the work beside the one after.</source>
        <translation>Lĩnh vực này đòi cả ảnh trước khi xử lý bên cạnh ảnh sau.</translation>
    </message>
    <message>
        <source>Make its public copy and tick it under the answer.</source>
        <translation>Tạo bản công khai của ảnh rồi đánh dấu chọn dưới câu trả lời.</translation>
    </message>
    <message>
        <source>The answer was changed after it was approved or shown.</source>
        <translation>Nội dung trả lời đã thay đổi sau khi được duyệt hoặc xem trước.</translation>
    </message>
    <message>
        <source>Read it again and decide anew.</source>
        <translation>Đọc lại rồi quyết định.</translation>
    </message>
    <message>
        <source>A caller&apos;s name cannot be sealed here: the centre has no key for it.</source>
        <translation>Không niêm phong được danh tính người gọi: trung tâm chưa có khóa.</translation>
    </message>
    <message>
        <source>Empty the caller&apos;s fields and send the call without them.</source>
        <translation>Hãy để trống phần người gọi rồi gửi.</translation>
    </message>
    <message>
        <source>Looking a caller up needs a reason.</source>
        <translation>Tra cứu người gọi phải có lý do.</translation>
    </message>
    <message>
        <source>Say why; it is recorded before anything is shown.</source>
        <translation>Hãy nêu lý do; lý do được ghi lại trước khi hiển thị.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Cần điền mục này.</translation>
    </message>
    <message>
        <source>Fill it in; nothing else is lost.</source>
        <translation>Điền vào; các nội dung khác vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>This entry cannot be read.</source>
        <translation>Nội dung nhập không hợp lệ.</translation>
    </message>
    <message>
        <source>Correct it; nothing else is lost.</source>
        <translation>Sửa lại; các nội dung khác vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Không được để trống mục này.</translation>
    </message>
    <message>
        <source>Not filled in yet: {blanks}</source>
        <translation>Chưa điền: {blanks}</translation>
    </message>
    <message>
        <source>Write what belongs there, or take it out; nothing else is lost.</source>
        <translation>Hãy điền nội dung hoặc bỏ chỗ trống đó; phần khác không mất.</translation>
    </message>
    <message>
        <source>This template asks for what this program does not know: {names}</source>
        <translation>Mẫu này có chỗ chương trình không biết điền gì: {names}</translation>
    </message>
    <message>
        <source>It was not used. Tell whoever keeps the templates; choose another.</source>
        <translation>Mẫu chưa được dùng. Hãy báo người quản lý mẫu và chọn mẫu khác.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Nội dung quá dài.</translation>
    </message>
    <message>
        <source>Shorten it; nothing else is lost.</source>
        <translation>Rút gọn lại; các nội dung khác vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The time is not complete.</source>
        <translation>Thời gian chưa đầy đủ.</translation>
    </message>
    <message>
        <source>Choose day and time again.</source>
        <translation>Chọn lại ngày và giờ.</translation>
    </message>
    <message>
        <source>The text was not checked for personal data yet.</source>
        <translation>Chưa rà soát thông tin cá nhân trong nội dung.</translation>
    </message>
    <message>
        <source>Read it, mask what could identify the reporter, then tick the box.</source>
        <translation>Đọc lại, che thông tin có thể nhận ra người phản ánh, rồi đánh dấu.</translation>
    </message>
    <message>
        <source>The preview was not seen yet.</source>
        <translation>Chưa xem trước nội dung công khai.</translation>
    </message>
    <message>
        <source>Look at the page as the citizen will see it, then publish.</source>
        <translation>Xem trang đúng như người dân sẽ thấy, rồi mới công khai.</translation>
    </message>
    <message>
        <source>The number of parts is not allowed.</source>
        <translation>Số phần không hợp lệ.</translation>
    </message>
    <message>
        <source>A report is split into 2 to 10 parts.</source>
        <translation>Một phản ánh tách thành 2 đến 10 phần.</translation>
    </message>
    <message>
        <source>The deadline is too early.</source>
        <translation>Thời hạn quá sớm.</translation>
    </message>
    <message>
        <source>Choose a working day after today.</source>
        <translation>Chọn một ngày làm việc sau hôm nay.</translation>
    </message>
    <message>
        <source>This is no later than the deadline it has.</source>
        <translation>Ngày này không muộn hơn hạn hiện tại.</translation>
    </message>
    <message>
        <source>Choose a working day after it: an extension counts from there.</source>
        <translation>Chọn ngày làm việc sau hạn đó: gia hạn tính từ hạn cũ.</translation>
    </message>
    <message>
        <source>A place that may tell who somebody is waits for your choice.</source>
        <translation>Còn chỗ có thể lộ danh tính chờ bạn quyết định.</translation>
    </message>
    <message>
        <source>Hide it or keep it; nothing goes out before every place is decided.</source>
        <translation>Chọn che hoặc giữ; chưa quyết hết thì chưa gửi gì đi.</translation>
    </message>
    <message>
        <source>This report came back twice.</source>
        <translation>Phản ánh này đã bị chuyển trả hai lần.</translation>
    </message>
    <message>
        <source>Read the reasons side by side and write what follows from them.</source>
        <translation>Đọc các lý do cạnh nhau và ghi kết luận.</translation>
    </message>
    <message>
        <source>You sign in another&apos;s place.</source>
        <translation>Bạn ký thay người khác.</translation>
    </message>
    <message>
        <source>Choose in which capacity: KT., TL. or TUQ.</source>
        <translation>Chọn tư cách ký: KT., TL. hoặc TUQ.</translation>
    </message>
    <message>
        <source>This report was merged into another.</source>
        <translation>Phản ánh này đã nhập vào phản ánh khác.</translation>
    </message>
    <message>
        <source>What becomes of it is decided there; notes can still be written here.</source>
        <translation>Việc xử lý được quyết ở phản ánh kia; ở đây vẫn ghi chú được.</translation>
    </message>
    <message>
        <source>Parts of this report are still open.</source>
        <translation>Còn phần của phản ánh này chưa xong.</translation>
    </message>
    <message>
        <source>It is answered when every part is published, rejected or a duplicate.</source>
        <translation>Chỉ trả lời khi mọi phần đã công bố, bị từ chối hoặc trùng.</translation>
    </message>
    <message>
        <source>Other reports were merged into this one.</source>
        <translation>Đã có phản ánh khác nhập vào phản ánh này.</translation>
    </message>
    <message>
        <source>Merge the other way round: the one that others follow goes on.</source>
        <translation>Hãy nhập theo chiều ngược lại: phản ánh được nhập vào là phản ánh đi tiếp.</translation>
    </message>
    <message>
        <source>Nobody would be left who may see this report.</source>
        <translation>Sẽ không còn ai được xem phản ánh này.</translation>
    </message>
    <message>
        <source>The site admin appoints another recipient of such reports first.</source>
        <translation>Quản trị cần cử người tiếp nhận khác trước.</translation>
    </message>
    <message>
        <source>This tag belongs to a campaign.</source>
        <translation>Nhãn này thuộc một chiến dịch.</translation>
    </message>
    <message>
        <source>Dispatchers and supervisors give and take it.</source>
        <translation>Chỉ điều phối viên và giám sát gắn hoặc gỡ nhãn.</translation>
    </message>
    <message>
        <source>This campaign is not running.</source>
        <translation>Chiến dịch này không chạy.</translation>
    </message>
    <message>
        <source>Its tag can be given between its first day and its last.</source>
        <translation>Chỉ gắn nhãn được từ ngày đầu đến ngày cuối của chiến dịch.</translation>
    </message>
    <message>
        <source>This unit is not below yours.</source>
        <translation>Đơn vị này không trực thuộc đơn vị bạn.</translation>
    </message>
    <message>
        <source>Reports are handed down inside your own units, or returned.</source>
        <translation>Chỉ giao cho đơn vị trực thuộc, hoặc trả lại.</translation>
    </message>
    <message>
        <source>This person works elsewhere.</source>
        <translation>Người này làm ở nơi khác.</translation>
    </message>
    <message>
        <source>Choose a colleague of the unit, or of one above or below it.</source>
        <translation>Chọn đồng nghiệp cùng đơn vị, cấp trên hoặc cấp dưới.</translation>
    </message>
    <message>
        <source>The other report is itself a duplicate.</source>
        <translation>Phản ánh kia cũng là phản ánh trùng.</translation>
    </message>
    <message>
        <source>Name the report that it repeats.</source>
        <translation>Hãy ghi mã phản ánh gốc.</translation>
    </message>
    <message>
        <source>No extension waits for a decision.</source>
        <translation>Không có đề nghị gia hạn nào chờ quyết định.</translation>
    </message>
    <message>
        <source>A colleague has decided already; look at the timeline.</source>
        <translation>Đồng nghiệp đã quyết định rồi; xem diễn biến.</translation>
    </message>
    <message>
        <source>There is no open work to hand over.</source>
        <translation>Không có việc đang mở để bàn giao.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Không cần làm gì.</translation>
    </message>
    <message>
        <source>This is over already.</source>
        <translation>Việc này đã kết thúc.</translation>
    </message>
    <message>
        <source>Somebody ended or answered it; nothing needs to be done.</source>
        <translation>Đã có người kết thúc hoặc trả lời; không cần làm gì.</translation>
    </message>
    <message>
        <source>There is one of this name already.</source>
        <translation>Tên này đã có.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>The unit has no room for another one.</source>
        <translation>Đơn vị đã đủ số lượng, không thêm được nữa.</translation>
    </message>
    <message>
        <source>Take one back that nobody needs any more.</source>
        <translation>Hãy bỏ bớt danh sách không còn cần.</translation>
    </message>
    <message>
        <source>Somebody else has changed this template meanwhile.</source>
        <translation>Người khác vừa sửa mẫu này.</translation>
    </message>
    <message>
        <source>Your words are still here; read theirs, then save yours over them or not.</source>
        <translation>Nội dung của bạn vẫn còn đây; hãy xem bản của họ rồi quyết định có ghi đè không.</translation>
    </message>
    <message>
        <source>The end comes before the beginning.</source>
        <translation>Ngày cuối trước ngày đầu.</translation>
    </message>
    <message>
        <source>Choose a later last day.</source>
        <translation>Hãy chọn ngày cuối muộn hơn.</translation>
    </message>
    <message>
        <source>This search cannot be read.</source>
        <translation>Không hiểu câu tìm kiếm.</translation>
    </message>
    <message>
        <source>Something is missing after the colon.</source>
        <translation>Thiếu nội dung sau dấu hai chấm.</translation>
    </message>
    <message>
        <source>There is no ward or commune of this name.</source>
        <translation>Không có phường, xã nào tên như vậy.</translation>
    </message>
    <message>
        <source>Write a part of its name, in quotes if it has spaces: phuong:&quot;Vỹ Dạ&quot;.</source>
        <translation>Hãy viết một phần của tên, trong ngoặc kép nếu có dấu cách: phuong:&quot;Vỹ Dạ&quot;.</translation>
    </message>
    <message>
        <source>There is no field of this name.</source>
        <translation>Không có lĩnh vực nào tên như vậy.</translation>
    </message>
    <message>
        <source>Write a part of its name, for example linhvuc:&quot;giao thông&quot;.</source>
        <translation>Hãy viết một phần của tên, ví dụ linhvuc:&quot;giao thông&quot;.</translation>
    </message>
    <message>
        <source>There is no unit of this name.</source>
        <translation>Không có đơn vị nào tên như vậy.</translation>
    </message>
    <message>
        <source>Write a part of its name, with or without diacritics.</source>
        <translation>Hãy viết một phần của tên, có dấu hay không dấu đều được.</translation>
    </message>
    <message>
        <source>This is no day of the calendar.</source>
        <translation>Đây không phải là một ngày trong lịch.</translation>
    </message>
    <message>
        <source>Write it as 26/11/2026; han: also knows quahan, homnay and a number of days.</source>
        <translation>Hãy viết như 26/11/2026; han: còn nhận quahan, homnay và số ngày.</translation>
    </message>
    <message>
        <source>The list needs a name.</source>
        <translation>Bộ lọc cần có tên.</translation>
    </message>
    <message>
        <source>Write what you will know it by.</source>
        <translation>Hãy đặt một tên để sau này dễ nhận ra.</translation>
    </message>
    <message>
        <source>There is a list of this name already.</source>
        <translation>Đã có bộ lọc mang tên này.</translation>
    </message>
    <message>
        <source>Choose another name, or rename the other list first.</source>
        <translation>Hãy chọn tên khác, hoặc đổi tên bộ lọc kia trước.</translation>
    </message>
    <message>
        <source>There is no room for another list.</source>
        <translation>Không thể lưu thêm bộ lọc.</translation>
    </message>
    <message>
        <source>Delete one that you no longer need.</source>
        <translation>Hãy xóa một bộ lọc không còn dùng.</translation>
    </message>
    <message>
        <source>Check the part after the colon, for example han:homnay or phuong:&quot;Thuận Hóa&quot;.</source>
        <translation>Kiểm tra phần sau dấu hai chấm, ví dụ han:homnay hoặc phuong:&quot;Thuận Hóa&quot;.</translation>
    </message>
    <message>
        <source>These are not the lines of a card or passport.</source>
        <translation>Đây không phải các dòng của thẻ hay hộ chiếu.</translation>
    </message>
    <message>
        <source>Compare them with the document and type them again ({field}).</source>
        <translation>Đối chiếu với giấy tờ rồi gõ lại ({field}).</translation>
    </message>
    <message>
        <source>The citizen number cannot be right.</source>
        <translation>Số định danh không thể đúng.</translation>
    </message>
    <message>
        <source>Compare number, birth date and sex with the card ({field}). You can go on typing.</source>
        <translation>Chỗ sai: {field}. Đối chiếu số, ngày sinh và giới tính với thẻ; bạn vẫn có thể gõ tiếp.</translation>
    </message>
    <message>
        <source>This is not the code of a citizen card.</source>
        <translation>Đây không phải mã của thẻ căn cước.</translation>
    </message>
    <message>
        <source>Scan the code on the card again, or type the fields ({field}).</source>
        <translation>Quét lại mã trên thẻ, hoặc gõ các mục ({field}).</translation>
    </message>
    <message>
        <source>The chip did not open with this number.</source>
        <translation>Chip không mở bằng số này.</translation>
    </message>
    <message>
        <source>Compare the six digits or the lines with the card and try once more. Nothing is locked.</source>
        <translation>Đối chiếu sáu chữ số hoặc các dòng với thẻ rồi thử lại. Không có gì bị khóa.</translation>
    </message>
    <message>
        <source>This chip does not open this way.</source>
        <translation>Chip này không mở bằng cách này.</translation>
    </message>
    <message>
        <source>Use the lines at the bottom of the document instead of the six digits.</source>
        <translation>Dùng các dòng ở cuối giấy tờ thay cho sáu chữ số.</translation>
    </message>
    <message>
        <source>This chip asks for a way in that is not known here: {ways}.</source>
        <translation>Chip này đòi cách mở chưa biết ở đây: {ways}.</translation>
    </message>
    <message>
        <source>The protected connection to the chip broke.</source>
        <translation>Kết nối bảo mật với chip bị đứt.</translation>
    </message>
    <message>
        <source>Put the document down again. If it happens again with this one only, write that down.</source>
        <translation>Đặt lại giấy tờ. Nếu chỉ giấy tờ này bị lại, hãy ghi nhận điều đó.</translation>
    </message>
    <message>
        <source>The chip offered a key that is none.</source>
        <translation>Chip đưa ra một khóa không hợp lệ.</translation>
    </message>
    <message>
        <source>Do not rely on this chip. Go on with the printed document.</source>
        <translation>Không dựa vào chip này. Tiếp tục bằng giấy tờ in.</translation>
    </message>
    <message>
        <source>A key in the document is on a forged curve.</source>
        <translation>Một khóa trong giấy tờ nằm trên đường cong giả.</translation>
    </message>
    <message>
        <source>Do not rely on this chip. Keep the document&apos;s number and tell the police.</source>
        <translation>Không dựa vào chip này. Ghi lại số giấy tờ và báo công an.</translation>
    </message>
    <message>
        <source>The chip&apos;s signature does not hold.</source>
        <translation>Chữ ký của chip không đúng.</translation>
    </message>
    <message>
        <source>Do not rely on this chip ({reason}). Go on with the printed document.</source>
        <translation>Không dựa vào chip này ({reason}). Tiếp tục bằng giấy tờ in.</translation>
    </message>
    <message>
        <source>The signed list of the chip&apos;s own keys is missing or wrong.</source>
        <translation>Danh sách khóa của chip, phần phải có chữ ký, bị thiếu hoặc sai.</translation>
    </message>
    <message>
        <source>The chip hides the key by which it should prove itself.</source>
        <translation>Chip giấu khóa dùng để chứng minh mình là thật.</translation>
    </message>
    <message>
        <source>It may be a copy. Do not rely on this chip; compare the printed document and its holder.</source>
        <translation>Có thể là bản sao. Không dựa vào chip này; hãy đối chiếu giấy in và người cầm.</translation>
    </message>
    <message>
        <source>The chip refuses the long command that its own key needs.</source>
        <translation>Chip không nhận lệnh dài mà khóa của chính nó cần.</translation>
    </message>
    <message>
        <source>The data and their signature are shown; that it is no copy is not. Compare holder and print.</source>
        <translation>Dữ liệu và chữ ký vẫn xem được, nhưng chưa chứng minh được chip không phải bản sao. Hãy đối chiếu người cầm và giấy in.</translation>
    </message>
    <message>
        <source>The chip&apos;s data were changed after they were signed.</source>
        <translation>Dữ liệu trong chip đã bị sửa sau khi ký.</translation>
    </message>
    <message>
        <source>Do not rely on this chip (group {group}). Go on with the printed document.</source>
        <translation>Không dựa vào chip này (nhóm {group}). Tiếp tục bằng giấy tờ in.</translation>
    </message>
    <message>
        <source>The chip holds data that nobody signed.</source>
        <translation>Chip chứa dữ liệu không ai ký.</translation>
    </message>
    <message>
        <source>Do not use those data (group {group}); the rest is signed.</source>
        <translation>Không dùng dữ liệu đó (nhóm {group}); phần còn lại có chữ ký.</translation>
    </message>
    <message>
        <source>The chip belongs to another document.</source>
        <translation>Chip thuộc về giấy tờ khác.</translation>
    </message>
    <message>
        <source>Compare the person, the printed document and the screen.</source>
        <translation>Đối chiếu người, giấy tờ in và màn hình.</translation>
    </message>
    <message>
        <source>This is another document than a moment ago.</source>
        <translation>Đây là giấy tờ khác với giấy tờ vừa đọc dở.</translation>
    </message>
    <message>
        <source>Put the first one back, or clear the visit and begin with this one. Nothing was mixed.</source>
        <translation>Đặt lại giấy tờ đầu tiên, hoặc xóa lượt này rồi đọc giấy tờ mới. Dữ liệu hai bên không bị trộn lẫn.</translation>
    </message>
    <message>
        <source>Something hid the chip&apos;s stronger protection.</source>
        <translation>Có gì đó đã che lớp bảo vệ mạnh hơn của chip.</translation>
    </message>
    <message>
        <source>Read the document on another reader. If it stays so, do not rely on this chip.</source>
        <translation>Đọc giấy tờ trên đầu đọc khác. Nếu vẫn vậy, không dựa vào chip này.</translation>
    </message>
    <message>
        <source>The chip could not prove that it is genuine.</source>
        <translation>Chip không chứng minh được là chip thật.</translation>
    </message>
    <message>
        <source>It may be a copy. Go on with the printed document and tell your supervisor.</source>
        <translation>Có thể là bản sao. Tiếp tục bằng giấy tờ in và báo người phụ trách.</translation>
    </message>
    <message>
        <source>The chip announced more data than any document holds.</source>
        <translation>Chip báo nhiều dữ liệu hơn mọi giấy tờ có thể chứa.</translation>
    </message>
    <message>
        <source>The chip announced more data than it holds.</source>
        <translation>Chip báo nhiều dữ liệu hơn số nó thật sự có.</translation>
    </message>
    <message>
        <source>This file holds no certificate, master list or revocation list.</source>
        <translation>Tệp này không chứa chứng thư, danh sách tổng hay danh sách thu hồi nào.</translation>
    </message>
    <message>
        <source>Choose a file as its authority publishes it (.cer, .pem, .ml, .crl). Nothing was changed.</source>
        <translation>Hãy chọn tệp đúng như cơ quan phát hành công bố (.cer, .pem, .ml, .crl). Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>The card goes on answering without an end.</source>
        <translation>Thẻ trả lời mãi không dứt.</translation>
    </message>
    <message>
        <source>Take it out and do not use it here. Hand it to the site admin: no good card does so.</source>
        <translation>Rút thẻ ra và đừng dùng ở đây. Giao thẻ cho quản trị viên đơn vị: không thẻ tốt nào làm vậy.</translation>
    </message>
    <message>
        <source>The card&apos;s certificate unpacks to a size that no certificate has.</source>
        <translation>Chứng thư trên thẻ giải nén ra một kích thước mà không chứng thư nào có.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Do not use this card. Hand it to the site admin.</source>
        <translation>Không có gì bị lưu lại. Đừng dùng thẻ này. Giao thẻ cho quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The card announced more than it sent.</source>
        <translation>Thẻ báo nhiều dữ liệu hơn số đã gửi.</translation>
    </message>
    <message>
        <source>Put it in again. If only this card does so, take it to the issuing office.</source>
        <translation>Cắm lại thẻ. Nếu chỉ thẻ này bị vậy, hãy mang thẻ đến bộ phận cấp thẻ.</translation>
    </message>
    <message>
        <source>The card announced more than any card can hold.</source>
        <translation>Thẻ báo một lượng dữ liệu mà không thẻ nào chứa nổi.</translation>
    </message>
    <message>
        <source>Nothing more was read. Do not use this card. Hand it to the site admin.</source>
        <translation>Chương trình không đọc thêm gì. Đừng dùng thẻ này. Giao thẻ cho quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The certificate on the card is malformed.</source>
        <translation>Chứng thư trên thẻ sai dạng.</translation>
    </message>
    <message>
        <source>The card agreed on a key that is none.</source>
        <translation>Thẻ thỏa thuận một khóa không hợp lệ.</translation>
    </message>
    <message>
        <source>Your data stay locked and safe. Hand the card to the site admin.</source>
        <translation>Dữ liệu của bạn vẫn khóa và an toàn. Giao thẻ cho quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The new list of revoked cards is forged.</source>
        <translation>Danh sách thẻ bị thu hồi mới là giả mạo.</translation>
    </message>
    <message>
        <source>Work goes on with the last good list. Tell the site admin: somebody offered it.</source>
        <translation>Công việc tiếp tục với danh sách đúng gần nhất. Hãy báo quản trị viên đơn vị: có người đã đưa danh sách giả.</translation>
    </message>
    <message>
        <source>The new list of revoked cards is older than the one in use.</source>
        <translation>Danh sách thẻ bị thu hồi mới lại cũ hơn danh sách đang dùng.</translation>
    </message>
    <message>
        <source>Work goes on with the newer list. If this stays, tell the site admin.</source>
        <translation>Công việc tiếp tục với danh sách mới hơn. Nếu cứ như vậy, hãy báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>An answer of the chip was changed on its way.</source>
        <translation>Một câu trả lời của chip đã bị sửa trên đường truyền.</translation>
    </message>
    <message>
        <source>Put the document down again, with nothing between it and the reader.</source>
        <translation>Đặt lại giấy tờ, không để vật gì giữa giấy tờ và đầu đọc.</translation>
    </message>
    <message>
        <source>The chip gave an answer of before.</source>
        <translation>Chip đưa lại một câu trả lời cũ.</translation>
    </message>
    <message>
        <source>Put the document down again. If it happens again, do not rely on this chip.</source>
        <translation>Đặt lại giấy tờ. Nếu lại xảy ra, đừng dựa vào chip này.</translation>
    </message>
    <message>
        <source>The chip shows no signature of its issuer.</source>
        <translation>Chip không đưa ra chữ ký của cơ quan cấp.</translation>
    </message>
    <message>
        <source>Nothing in it is proved: anybody may have written it. Go by the printed document.</source>
        <translation>Không có gì trong chip được chứng minh: ai cũng có thể ghi vào. Làm theo giấy tờ in.</translation>
    </message>
    <message>
        <source>The chip holds the signature of another document.</source>
        <translation>Chip mang chữ ký của một giấy tờ khác.</translation>
    </message>
    <message>
        <source>The chip could not sign what it was asked to.</source>
        <translation>Chip không ký được điều được yêu cầu.</translation>
    </message>
    <message>
        <source>It may be a copy: its data are signed, the chip is not proved. Look at the document.</source>
        <translation>Có thể là bản sao: dữ liệu có chữ ký nhưng chip chưa được chứng minh. Hãy xem kỹ giấy tờ.</translation>
    </message>
    <message>
        <source>The chip opened, but its key is not the signed one.</source>
        <translation>Chip mở được, nhưng khóa của chip không phải khóa đã ký.</translation>
    </message>
    <message>
        <source>There is no room left on that disk.</source>
        <translation>Ổ đĩa đó đã hết chỗ.</translation>
    </message>
    <message>
        <source>Nothing was written. Make room, or choose another disk.</source>
        <translation>Chưa ghi gì. Hãy dọn chỗ hoặc chọn ổ đĩa khác.</translation>
    </message>
    <message>
        <source>That place takes no file of yours, or the file is open elsewhere.</source>
        <translation>Nơi đó không cho ghi tệp, hoặc tệp đang mở ở chương trình khác.</translation>
    </message>
    <message>
        <source>Nothing was changed. Close it in the other program, or choose another folder.</source>
        <translation>Chưa có gì thay đổi. Hãy đóng tệp ở chương trình kia, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>That folder or disk is not there any more.</source>
        <translation>Thư mục hoặc ổ đĩa đó không còn nữa.</translation>
    </message>
    <message>
        <source>Nothing was written. Put the disk back or connect the share, or choose another folder.</source>
        <translation>Chưa ghi gì. Hãy cắm lại ổ đĩa, nối lại thư mục dùng chung, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>A key in the document has a forged starting point.</source>
        <translation>Một khóa trong giấy tờ có điểm gốc giả mạo.</translation>
    </message>
    <message>
        <source>The file {name} is empty.</source>
        <translation>Tệp {name} không có nội dung.</translation>
    </message>
    <message>
        <source>Choose another one; nothing else is lost.</source>
        <translation>Hãy chọn tệp khác; không mất gì khác.</translation>
    </message>
    <message>
        <source>The file {name} is larger than 20 MB.</source>
        <translation>Tệp {name} lớn hơn 20 MB.</translation>
    </message>
    <message>
        <source>Make it smaller and add it again.</source>
        <translation>Hãy thu nhỏ rồi thêm lại.</translation>
    </message>
    <message>
        <source>The file {name} is neither a picture nor a PDF.</source>
        <translation>Tệp {name} không phải là ảnh hay PDF.</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP and PDF can be added.</source>
        <translation>Có thể thêm tệp JPEG, PNG, WebP và PDF.</translation>
    </message>
    <message>
        <source>A file of this is not at the centre.</source>
        <translation>Một tệp của việc này chưa có ở trung tâm.</translation>
    </message>
    <message>
        <source>Send it again; if that does not help, add the file anew.</source>
        <translation>Hãy gửi lại; nếu vẫn không được, hãy thêm lại tệp.</translation>
    </message>
    <message>
        <source>A redacted form replaces one of these pictures.</source>
        <translation>Một trong các ảnh này đã có bản che thông tin thay thế.</translation>
    </message>
    <message>
        <source>Choose the redacted picture for the answer.</source>
        <translation>Hãy chọn ảnh đã che thông tin cho câu trả lời.</translation>
    </message>
    <message>
        <source>Nobody has decided what the public may see of one of these photos.</source>
        <translation>Có ảnh chưa ai quyết định người dân được thấy gì.</translation>
    </message>
    <message>
        <source>Open it, cover what must not be seen, and make its public copy.</source>
        <translation>Mở ảnh, che phần không được để lộ rồi tạo bản công khai.</translation>
    </message>
    <message>
        <source>This public copy carries more than pixels.</source>
        <translation>Bản công khai này còn mang dữ liệu ngoài hình ảnh.</translation>
    </message>
    <message>
        <source>Open the photo and make its public copy again.</source>
        <translation>Mở ảnh và tạo lại bản công khai.</translation>
    </message>
    <message>
        <source>This picture is damaged or not complete.</source>
        <translation>Ảnh này bị hỏng hoặc không đầy đủ.</translation>
    </message>
    <message>
        <source>Nothing else is lost. Take it from the camera again.</source>
        <translation>Không mất gì khác. Hãy lấy lại ảnh từ máy chụp.</translation>
    </message>
    <message>
        <source>This picture has {megapixels} million pixels, more than 50 million.</source>
        <translation>Ảnh này có {megapixels} triệu điểm ảnh, vượt quá 50 triệu.</translation>
    </message>
    <message>
        <source>It was not opened. Make it smaller and add it again.</source>
        <translation>Ảnh chưa được mở. Hãy thu nhỏ rồi thêm lại.</translation>
    </message>
    <message>
        <source>This picture is built in a way that no camera writes.</source>
        <translation>Ảnh này có cấu trúc mà không máy chụp nào ghi ra.</translation>
    </message>
    <message>
        <source>It was not opened. Save it as an ordinary JPEG and add it again.</source>
        <translation>Ảnh chưa được mở. Hãy lưu thành JPEG thông thường rồi thêm lại.</translation>
    </message>
    <message>
        <source>This document is damaged, or it is no real PDF.</source>
        <translation>Tài liệu này bị hỏng hoặc không phải là tệp PDF thật.</translation>
    </message>
    <message>
        <source>It was not opened. Ask who sent it for it again, as PDF or as photos.</source>
        <translation>Tài liệu chưa được mở. Hãy đề nghị người gửi gửi lại dưới dạng PDF hoặc ảnh chụp.</translation>
    </message>
    <message>
        <source>This document is protected by a password.</source>
        <translation>Tài liệu này được bảo vệ bằng mật khẩu.</translation>
    </message>
    <message>
        <source>It cannot be read here. Ask who sent it for one without a password.</source>
        <translation>Không đọc được ở đây. Hãy đề nghị người gửi gửi lại bản không đặt mật khẩu.</translation>
    </message>
    <message>
        <source>This document takes longer to draw than any ordinary one.</source>
        <translation>Tài liệu này mất nhiều thời gian hiển thị hơn mọi tài liệu bình thường.</translation>
    </message>
    <message>
        <source>It was closed. Ask who sent it for it again, as photos if need be.</source>
        <translation>Tài liệu đã được đóng lại. Hãy đề nghị người gửi gửi lại, nếu cần thì gửi ảnh chụp.</translation>
    </message>
    <message>
        <source>The file {name} is of a kind that is not shown here.</source>
        <translation>Tệp {name} thuộc loại không hiển thị được ở đây.</translation>
    </message>
    <message>
        <source>Pictures and PDF are. Ask who sent it for a PDF, or to say in a note what it holds.</source>
        <translation>Chỉ hiển thị ảnh và PDF. Hãy đề nghị người gửi gửi bản PDF, hoặc nói trong ghi chú tệp có gì.</translation>
    </message>
    <message>
        <source>The centre does not take files of this kind.</source>
        <translation>Trung tâm không nhận loại tệp này.</translation>
    </message>
    <message>
        <source>Discard this and add the file as JPEG, PNG, WebP or PDF.</source>
        <translation>Hãy bỏ việc này và thêm tệp dạng JPEG, PNG, WebP hoặc PDF.</translation>
    </message>
    <message>
        <source>The file arrived damaged.</source>
        <translation>Tệp đến nơi bị hỏng.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>Hãy gửi lại.</translation>
    </message>
    <message>
        <source>The file did not arrive although it was begun several times.</source>
        <translation>Tệp không đến nơi dù đã gửi nhiều lần.</translation>
    </message>
    <message>
        <source>Send it again later; if it stays, tell the site admin.</source>
        <translation>Hãy gửi lại sau; nếu vẫn vậy, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>This file is not here.</source>
        <translation>Tệp này không có tại đây.</translation>
    </message>
    <message>
        <source>It may have left together with its report.</source>
        <translation>Có thể tệp đã rời đi cùng phản ánh.</translation>
    </message>
    <message>
        <source>The report has left this desk.</source>
        <translation>Phản ánh không còn thuộc phạm vi của bạn.</translation>
    </message>
    <message>
        <source>What you wrote is kept here. Copy it if it is still needed, then discard it.</source>
        <translation>Nội dung đã viết được giữ tại đây. Hãy sao chép nếu còn cần, rồi bỏ.</translation>
    </message>
    <message>
        <source>Recovered after the loss of a card; it was not sent.</source>
        <translation>Khôi phục sau khi mất thẻ; việc này chưa gửi.</translation>
    </message>
    <message>
        <source>Read it, then send it or discard it.</source>
        <translation>Hãy đọc lại, rồi gửi hoặc bỏ.</translation>
    </message>
    <message>
        <source>Unsent work cannot be sealed here: the agency has no recovery key.</source>
        <translation>Không thể niêm phong việc chưa gửi: cơ quan chưa có khóa khôi phục.</translation>
    </message>
    <message>
        <source>If the card is lost, unsent work is lost. Send it, or keep it on this computer.</source>
        <translation>Mất thẻ là mất việc chưa gửi. Hãy gửi đi, hoặc giữ trên máy này.</translation>
    </message>
    <message>
        <source>This program is too old for new commands.</source>
        <translation>Chương trình này quá cũ, không nhận lệnh mới.</translation>
    </message>
    <message>
        <source>What waits is still sent. Ask the site admin for the update.</source>
        <translation>Việc đang chờ vẫn được gửi. Hãy nhờ quản trị cập nhật.</translation>
    </message>
    <message>
        <source>These words cannot be changed here.</source>
        <translation>Không thể sửa nội dung này tại đây.</translation>
    </message>
    <message>
        <source>Open the report and give the command anew.</source>
        <translation>Hãy mở phản ánh và ra lệnh lại.</translation>
    </message>
    <message>
        <source>The centre has moved on since this was signed.</source>
        <translation>Trung tâm đã có thay đổi từ khi ký.</translation>
    </message>
    <message>
        <source>Sign once more.</source>
        <translation>Hãy ký lại.</translation>
    </message>
    <message>
        <source>More has come from a terminal since the list was read.</source>
        <translation>Một máy chấm công đã gửi thêm sau khi đọc danh sách.</translation>
    </message>
    <message>
        <source>Read the list anew and sign once more.</source>
        <translation>Đọc lại danh sách rồi ký lại.</translation>
    </message>
    <message>
        <source>A terminal chosen here is complete already.</source>
        <translation>Có máy được chọn đã gửi đủ rồi.</translation>
    </message>
    <message>
        <source>Read the list anew.</source>
        <translation>Đọc lại danh sách.</translation>
    </message>
    <message>
        <source>That day is not over yet.</source>
        <translation>Ngày ấy chưa hết.</translation>
    </message>
    <message>
        <source>Choose an earlier day; check the clock of this computer.</source>
        <translation>Chọn ngày sớm hơn; xem lại đồng hồ máy này.</translation>
    </message>
    <message>
        <source>This card may not order that.</source>
        <translation>Thẻ này không có quyền ra lệnh đó.</translation>
    </message>
    <message>
        <source>Ask for the card of a supervisor or a site admin.</source>
        <translation>Hãy nhờ thẻ của người giám sát hoặc quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The centre cannot read what was signed.</source>
        <translation>Trung tâm không đọc được nội dung đã ký.</translation>
    </message>
    <message>
        <source>Sign once more; if it stays, tell the site admin.</source>
        <translation>Hãy ký lại; nếu vẫn vậy, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>What was signed is too old.</source>
        <translation>Nội dung đã ký quá cũ.</translation>
    </message>
    <message>
        <source>Check the clock of this computer and sign once more.</source>
        <translation>Hãy kiểm tra đồng hồ máy này rồi ký lại.</translation>
    </message>
    <message>
        <source>Two different site admins must sign, and not the person concerned.</source>
        <translation>Cần hai quản trị viên đơn vị khác nhau cùng ký, không phải chính người liên quan.</translation>
    </message>
    <message>
        <source>Ask a second admin for their card.</source>
        <translation>Hãy nhờ thẻ của quản trị thứ hai.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Đã dừng xuất danh sách.</translation>
    </message>
    <message>
        <source>No file was written; one of that name stands as it was.</source>
        <translation>Không tệp nào được ghi; tệp cùng tên trước đó vẫn nguyên vẹn.</translation>
    </message>
    <message>
        <source>The file could not be written there.</source>
        <translation>Không ghi được tệp vào đó.</translation>
    </message>
    <message>
        <source>Choose another folder or another disk.</source>
        <translation>Hãy chọn thư mục khác hoặc ổ đĩa khác.</translation>
    </message>
    <message>
        <source>This card has signed already.</source>
        <translation>Thẻ này đã ký rồi.</translation>
    </message>
    <message>
        <source>Take it out and put the second admin&apos;s card in.</source>
        <translation>Hãy rút ra và đặt thẻ của quản trị thứ hai vào.</translation>
    </message>
    <message>
        <source>The sealed work is damaged or belongs to another centre.</source>
        <translation>Gói niêm phong bị hỏng hoặc thuộc trung tâm khác.</translation>
    </message>
    <message>
        <source>Choose the file again; tell the site admin if it stays.</source>
        <translation>Hãy chọn lại tệp; nếu vẫn vậy, báo quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The centre does not take this entry: {field}.</source>
        <translation>Trung tâm không nhận mục này: {field}.</translation>
    </message>
    <message>
        <source>Discard the command and give it again with another entry.</source>
        <translation>Hãy bỏ lệnh này và làm lại với nội dung khác ở mục đó.</translation>
    </message>
    <message>
        <source>The centre did not take it.</source>
        <translation>Trung tâm không nhận lệnh này.</translation>
    </message>
    <message>
        <source>Open the report, see how it stands, and send it again or discard it.</source>
        <translation>Hãy mở phản ánh xem tình trạng, rồi gửi lại hoặc bỏ lệnh.</translation>
    </message>
    <message>
        <source>The centre did not take it, by a rule that is new to this program ({rule}).</source>
        <translation>Trung tâm không nhận, theo một quy tắc mới mà phần mềm này chưa biết ({rule}).</translation>
    </message>
    <message>
        <source>Tell the site admin this word; a newer program explains it.</source>
        <translation>Hãy báo từ này cho quản trị viên đơn vị; bản phần mềm mới sẽ giải thích.</translation>
    </message>
    <message>
        <source>The centre does not know this command.</source>
        <translation>Trung tâm chưa biết lệnh này.</translation>
    </message>
    <message>
        <source>It is older than this program. Keep it and ask the site admin.</source>
        <translation>Trung tâm cũ hơn phần mềm này. Hãy để lại và hỏi quản trị viên đơn vị.</translation>
    </message>
    <message>
        <source>The centre has another command under the same number.</source>
        <translation>Trung tâm đã có một lệnh khác mang cùng số.</translation>
    </message>
    <message>
        <source>Discard this one and give the command again; tell the site admin.</source>
        <translation>Hãy bỏ lệnh này và làm lại; báo cho quản trị viên đơn vị.</translation>
    </message>
</context>
</TS>
